import { isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const tracingHeaders: CauseCase = {
  cause: 'tracing-headers',
  title: 'Calls to a third party are blocked for the headers sentry-trace and baggage',
  why: 'A monitoring SDK patches fetch() and adds its headers to every call.',
  sources: [
    'getsentry/sentry-javascript#6077',
    'getsentry/sentry-javascript#3203',
    'getsentry/sentry-javascript#8823',
    'whatwg/fetch#911',
  ],
  server: 'imitated',
  twin: { differs: "The header is the page's own, x-shop-version.", cause: null },
  fix: 'tracePropagationTargets leaves the third party out.',
  origins: { page: 'www.flowers', api: 'pay.provider' },
  page: 'page:/',
  row: { at: 'api:/v1/intents', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at, variant }) =>
      pageWith(`const real = fetch;
        const added = ${
          {
            broken:
              "{ 'sentry-trace': '0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1', baggage: 'sentry-release=1' }",
            twin: "{ 'x-shop-version': '7' }",
            fix: '{}',
          }[variant]
        };
        window.fetch = (url, init) => real(url, { ...init, headers: { ...init?.headers, ...added } });
        return { get: await asked('${at('api', '/v1/intents')}', { headers: { Authorization: 'Bearer k' } }) };`),
    api(request) {
      const cors = { 'Access-Control-Allow-Origin': '*' };
      return isPreflight(request) ? preflight(cors, 'GET, POST', 'authorization, content-type') : json(cors);
    },
  },
};
