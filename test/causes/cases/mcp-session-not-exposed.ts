import { isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const mcpSessionNotExposed: CauseCase = {
  cause: 'mcp-session-not-exposed',
  title: 'The session of an MCP server never starts, and nothing reports an error',
  why: 'The response of initialize has Mcp-Session-Id, but does not expose it, so the next call is sent without it.',
  sources: [
    'modelcontextprotocol/typescript-sdk!713',
    'apify/apify-mcp-server!540',
    'exa-labs/exa-mcp-server!321',
  ],
  server: 'imitated',
  twin: { differs: 'Mcp-Session-Id is exposed and sent; the server has forgotten the session.', cause: null },
  fix: 'Access-Control-Expose-Headers: Mcp-Session-Id.',
  origins: { page: 'chat.agents', tools: 'tools.files' },
  page: 'page:/',
  row: { at: 'tools:/mcp', method: 'POST', outcome: 'allowed' },
  works: ({ second }) => second === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`const url = '${at('tools', '/mcp')}';
        const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
        const first = await fetch(url, { method: 'POST', headers, body: '{"jsonrpc":"2.0","id":1,"method":"initialize"}' });
        const session = first.headers.get('mcp-session-id');
        if (session !== null) headers['mcp-session-id'] = session;
        return { session, second: await asked(url, { method: 'POST', headers, body: '{"jsonrpc":"2.0","id":2,"method":"tools/list"}' }) };`),
    tools(request, { variant }) {
      const cors = {
        'Access-Control-Allow-Origin': '*',
        ...(variant !== 'broken' && { 'Access-Control-Expose-Headers': 'Mcp-Session-Id' }),
      };
      if (isPreflight(request)) {
        return preflight(cors, 'GET, POST, DELETE', 'content-type, mcp-session-id, mcp-protocol-version');
      }
      if (request.body.includes('initialize')) return json({ ...cors, 'Mcp-Session-Id': '77ab' });
      const hasSession = request.headers['mcp-session-id'] === '77ab';
      const isKnown = hasSession && variant === 'fix';
      return json(cors, isKnown ? 200 : hasSession ? 404 : 400, '{"jsonrpc":"2.0","error":{"code":-32000}}');
    },
  },
};
