import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const optionsByServer: CauseCase = {
  cause: 'options-by-server',
  title: 'OPTIONS gets 200 without a CORS header, whatever the application does',
  why: 'IIS answers OPTIONS by its own handler (OPTIONSVerbHandler, WebDAV).',
  sources: ['exceptionless/Exceptionless#103', 'dotnet/aspnetcore#2232'],
  server: 'replayed',
  twin: { differs: 'The 200 has no Allow, Public or DAV: the application answered.', cause: null },
  fix: 'The handlers are removed.',
  origins: { page: 'www.errors', api: 'collector.errors-data' },
  page: 'page:/',
  row: { at: 'api:/events', method: 'POST', outcome: 'blocked' },
  works: ({ post }) => post === 202,
  servers: {
    page: (_, { at }) =>
      pageWith(`return { post: await asked('${at('api', '/events')}', { method: 'POST',
        headers: { 'Content-Type': 'application/json' }, body: '{}' }) };`),
    api(request, { variant }) {
      const server = { Server: 'Microsoft-IIS/10.0' };
      if (!isPreflight(request)) return json({ ...server, ...echoed(request) }, 202);
      if (variant === 'fix') return preflight({ ...server, ...echoed(request) }, 'POST', 'content-type');
      const methods = 'OPTIONS, TRACE, GET, HEAD, POST';
      return {
        headers: {
          ...server,
          ...(variant === 'broken' && { Allow: methods, Public: methods, DAV: '1,2,3' }),
        },
      };
    },
  },
};
