import { isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const mcpHeaderNotAllowed: CauseCase = {
  cause: 'mcp-header-not-allowed',
  title: 'A browser client of an MCP server initializes, and its next call is blocked',
  why: "The server's allowed headers lack those of the protocol: mcp-protocol-version, mcp-session-id.",
  sources: [
    'netdata/netdata!22258',
    'ihor-sokoliuk/mcp-searxng!77',
    'Aas-ee/open-webSearch!117',
    'cameronrye/openzim-mcp!93',
    'GDKsoftware/Delphi-MCP-Server#11',
    'hauptsacheNet/typo3-mcp-server#115',
  ],
  server: 'imitated',
  twin: {
    differs: "The server allows the protocol's headers, but not the traceparent that a tracing SDK adds.",
    cause: 'tracing-headers',
  },
  fix: "The server allows the protocol's headers.",
  origins: { page: 'inspector.agents', tools: 'tools.search' },
  page: 'page:/',
  row: { at: 'tools:/mcp', method: 'POST', outcome: 'blocked' },
  works: ({ second }) => second === 200,
  servers: {
    page: (_, { at, variant }) =>
      pageWith(`const url = '${at('tools', '/mcp')}';
        const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
        const first = await fetch(url, { method: 'POST', headers, body: '{"jsonrpc":"2.0","id":1,"method":"initialize"}' });
        const session = first.headers.get('mcp-session-id') ?? '';
        const more = { 'mcp-session-id': session, 'mcp-protocol-version': '2025-06-18'${
          variant === 'twin' ? ", traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'" : ''
        } };
        return { first: first.status, second: await asked(url, {
          method: 'POST', headers: { ...headers, ...more }, body: '{"jsonrpc":"2.0","method":"notifications/initialized"}' }) };`),
    tools(request, { variant }) {
      const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Mcp-Session-Id' };
      const own = variant === 'broken' ? '' : ', Mcp-Session-Id, Mcp-Protocol-Version, Last-Event-ID';
      return isPreflight(request)
        ? preflight(cors, 'GET, POST, DELETE, OPTIONS', `Content-Type, Authorization${own}`)
        : json({ ...cors, 'Mcp-Session-Id': '5e0f7c' }, 200, '{"jsonrpc":"2.0","id":1,"result":{}}');
    },
  },
};
