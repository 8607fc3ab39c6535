import { isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const oauthMetadataWithoutCors: CauseCase = {
  cause: 'oauth-metadata-without-cors',
  title: 'A browser client of an MCP server cannot discover how to sign in',
  why: 'The metadata routes are outside the CORS middleware, and the 401 does not expose WWW-Authenticate.',
  sources: ['routecraftjs/routecraft!329', 'exa-labs/exa-mcp-server!321'],
  server: 'imitated',
  twin: {
    differs: 'The metadata have CORS headers; the registration of clients, another route, has none.',
    cause: 'route-without-cors',
  },
  fix: 'CORS on the metadata routes and on the 401; WWW-Authenticate is exposed.',
  origins: { page: 'desk.agents', tools: 'tools.mail' },
  page: 'page:/',
  row: { at: 'tools:/.well-known/oauth-protected-resource', outcome: 'blocked' },
  works: ({ registered }) => registered === 201,
  servers: {
    page: (_, { at }) =>
      pageWith(`const call = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
        const first = await fetch('${at('tools', '/mcp')}', call);
        const challenge = first.headers.get('www-authenticate');
        const metadata = await asked('${at('tools', '/.well-known/oauth-protected-resource/mcp')}');
        if (metadata !== 200) return { challenge, metadata };
        const init = { method: 'POST', body: '{}' };
        return { challenge, metadata, registered: await asked('${at('tools', '/oauth/register')}', init) };`),
    tools(request, { variant, at }) {
      const isInside =
        request.path === '/mcp' ||
        variant === 'fix' ||
        (variant === 'twin' && request.path.startsWith('/.well-known/'));
      const cors = isInside
        ? {
            'Access-Control-Allow-Origin': '*',
            ...(variant !== 'broken' && { 'Access-Control-Expose-Headers': 'WWW-Authenticate' }),
          }
        : {};
      if (isPreflight(request)) return preflight(cors, 'GET, POST', 'content-type, authorization');
      if (request.path === '/mcp') {
        const metadata = at('tools', '/.well-known/oauth-protected-resource/mcp');
        return json({ ...cors, 'WWW-Authenticate': `Bearer resource_metadata="${metadata}"` }, 401);
      }
      return json(cors, request.path === '/oauth/register' ? 201 : 200);
    },
  },
};
