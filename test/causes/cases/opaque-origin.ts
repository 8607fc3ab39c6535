import { json, page } from '../answers';
import type { CauseCase } from '../case';

export const opaqueOrigin: CauseCase = {
  cause: 'opaque-origin',
  title: 'A framed page cannot call its API, which it can when opened alone',
  why: 'The frame is sandboxed without allow-same-origin, so its requests have Origin: null.',
  sources: ['izuzak/pmrpc#18'],
  server: 'imitated',
  twin: { differs: 'The frame is not sandboxed; the API does not allow its origin.', cause: null },
  fix: 'sandbox="allow-scripts allow-same-origin".',
  origins: { page: 'portal.intra', app: 'app.reports', api: 'api.reports-data' },
  page: 'page:/',
  row: { at: 'api:/rows', outcome: 'blocked' },
  works: ({ status }) => status === 200,
  servers: {
    page(_, { at, variant }) {
      const sandbox = {
        broken: 'sandbox="allow-scripts"',
        twin: '',
        fix: 'sandbox="allow-scripts allow-same-origin"',
      }[variant];
      return page(`addEventListener('message', ({ data }) => { window.result = { status: data }; });`, {
        body: `<iframe ${sandbox} src="${at('app', '/')}"></iframe>`,
      });
    },
    app: (_, { at }) =>
      page(
        `fetch('${at('api', '/rows')}').then((r) => r.status, (e) => e.name).then((s) => parent.postMessage(s, '*'));`,
      ),
    api: ({ headers }, { origin, variant }) =>
      json({
        Vary: 'Origin',
        ...(headers.origin === origin('app') &&
          variant !== 'twin' && { 'Access-Control-Allow-Origin': origin('app') }),
      }),
  },
};
