import { startExpress } from './node-start';
import { type ServerCase, serverCase } from './server-case';

/** The servers of the Model Context Protocol's SDK. */
export const mcpCases: readonly ServerCase[] = ofMcp();

function ofMcp(): readonly ServerCase[] {
  const mcp = (options: string, before = '') => `
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { randomUUID } from 'node:crypto';
const transports = {};
${before}
app.use(cors(${options}));
app.use(express.json());
app.all('/mcp', async (req, res) => {
  let transport = transports[req.headers['mcp-session-id']];
  if (!transport) {
    transport = new StreamableHTTPServerTransport({ sessionIdGenerator: randomUUID, enableJsonResponse: true,
      onsessioninitialized: (id) => { transports[id] = transport; } });
    await new McpServer({ name: 'files', version: '1.0.0' }).connect(transport);
  }
  await transport.handleRequest(req, res, req.body);
});`;
  const call = (url: string) =>
    `const url = '${url}';
     const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
     const send = (id, method, params) => fetch(url, { method: 'POST', headers, body: JSON.stringify({ jsonrpc: '2.0', id, method, params }) });
     const first = await send(1, 'initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'page', version: '1' } });
     await first.text();
     const session = first.headers.get('mcp-session-id');
     if (session) headers['mcp-session-id'] = session;
     headers['mcp-protocol-version'] = '2025-06-18';
     const second = await send(2, 'ping').then((r) => r.status, (e) => e.name);
     return { session, second };`;
  const all = `['content-type', 'accept', 'mcp-session-id', 'mcp-protocol-version']`;
  return [
    serverCase({
      id: 'mcp-header-not-allowed',
      product: 'MCP SDK',
      cause: 'mcp-header-not-allowed',
      why: 'allowedHeaders lacks mcp-session-id and mcp-protocol-version.',
      twin: { differs: 'The methods lack POST as well, which is checked first.', cause: null },
      fix: 'Both are allowed.',
      path: '/mcp',
      method: 'POST',
      works: ({ second }) => second === 200,
      script: (at) => call(at('/mcp')),
      start: ({ variant }, port) =>
        startExpress(
          port,
          mcp(
            {
              broken: `{ allowedHeaders: ['content-type'], exposedHeaders: ['mcp-session-id'] }`,
              twin: `{ origin: 'http://app.chat', allowedHeaders: ${all} }`,
              fix: `{ allowedHeaders: ${all}, exposedHeaders: ['mcp-session-id'] }`,
            }[variant],
          ),
        ),
    }),
    serverCase({
      id: 'mcp-session-not-exposed',
      product: 'MCP SDK',
      cause: 'mcp-session-not-exposed',
      why: 'exposedHeaders lacks mcp-session-id, so the page never learns its session.',
      twin: { differs: 'It is exposed, but another request header is not allowed.', cause: null },
      fix: 'It is exposed.',
      path: '/mcp',
      method: 'POST',
      outcome: 'allowed',
      works: ({ second }) => second === 200,
      script: (at) => call(at('/mcp')),
      start: ({ variant }, port) =>
        startExpress(
          port,
          mcp(
            {
              broken: `{ allowedHeaders: ${all} }`,
              twin: `{ allowedHeaders: ['content-type'], exposedHeaders: ['mcp-session-id'] }`,
              fix: `{ allowedHeaders: ${all}, exposedHeaders: ['mcp-session-id'] }`,
            }[variant],
          ),
        ),
    }),
    serverCase({
      id: 'mcp-auth-before-cors',
      product: 'MCP SDK',
      cause: 'preflight-authentication',
      why: 'requireBearerAuth() of the SDK stands before cors(), so it refuses the preflight.',
      twin: { differs: 'cors() stands first, but does not allow Authorization.', cause: 'header-not-listed' },
      fix: 'cors() stands first.',
      path: '/mcp',
      method: 'POST',
      works: ({ answer }) => answer === 200,
      script: (at) =>
        `return { answer: await asked('${at('/mcp')}', { method: 'POST', body: '{}',
           headers: { 'Content-Type': 'application/json', Authorization: 'Bearer t' } }) };`,
      start({ variant }, port) {
        const allowed = variant === 'twin' ? `{ allowedHeaders: ['content-type'] }` : '';
        const layers = [
          `app.use(requireBearerAuth({ verifier: { verifyAccessToken: async (token) => ({ token, clientId: 'c', scopes: [], expiresAt: 4e9 }) } }));`,
          `app.use(cors(${allowed}));`,
        ];
        const ordered = variant === 'broken' ? layers : layers.toReversed();
        return startExpress(
          port,
          `import { requireBearerAuth } from '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js';
${ordered.join('\n')}\napp.post('/mcp', (_, res) => res.json({}));`,
        );
      },
    }),
    serverCase({
      id: 'mcp-metadata-without-cors',
      product: 'MCP SDK',
      cause: 'oauth-metadata-without-cors',
      why: 'The OAuth metadata route stands before cors().',
      twin: { differs: 'No route has the headers.', cause: null },
      fix: 'mcpAuthMetadataRouter() of the SDK, which has its own CORS.',
      path: '/.well-known/oauth-protected-resource',
      works: ({ metadata }) => metadata === 200,
      script: (at) =>
        `const health = await asked('${at('/health')}');
         return { health, metadata: await asked('${at('/.well-known/oauth-protected-resource')}') };`,
      start({ variant }, port) {
        const own = `app.get('/.well-known/oauth-protected-resource', (_, res) => res.json({ resource: 'http://localhost' }));`;
        const router = `import { mcpAuthMetadataRouter } from '@modelcontextprotocol/sdk/server/auth/router.js';
app.use(mcpAuthMetadataRouter({ resourceServerUrl: new URL('http://localhost'), oauthMetadata: { issuer: 'http://localhost',
  authorization_endpoint: 'http://localhost/a', token_endpoint: 'http://localhost/t', response_types_supported: ['code'] } }));`;
        return startExpress(
          port,
          `${variant === 'fix' ? router : own}
${variant === 'twin' ? '' : 'app.use(cors());'}
app.get('/health', (_, res) => res.json({}));`,
        );
      },
    }),
  ];
}
