import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const strippedAuthorization: CauseCase = {
  cause: 'stripped-authorization',
  title: 'A call with a token gets 401 after a redirect',
  why: 'The browser removes Authorization when a redirect leads to another origin.',
  sources: ['Kaoruha/GinkGO#5389'],
  server: 'imitated',
  twin: {
    differs: 'The redirect stays on the same origin and the token is sent; it has expired.',
    cause: null,
  },
  fix: 'The page calls the last URL.',
  origins: { page: 'www.trades', old: 'old.trades-data', api: 'api.trades-live' },
  page: 'page:/',
  row: { at: 'api:/quotes', outcome: 'allowed' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at, variant }) =>
      pageWith(`return { get: await asked('${at(variant === 'fix' ? 'api' : 'old', '/quotes')}', {
        headers: { Authorization: 'Bearer t' } }) };`),
    old(request, { at, variant }) {
      const cors = { 'Access-Control-Allow-Origin': '*' };
      if (isPreflight(request)) return preflight(cors, 'GET', 'authorization');
      if (request.path === '/v2/quotes') return json(cors, 401);
      return {
        status: 307,
        headers: { ...cors, Location: variant === 'twin' ? '/v2/quotes' : at('api', '/quotes') },
      };
    },
    api(request) {
      const cors = { ...echoed(request), 'Access-Control-Allow-Origin': '*' };
      if (isPreflight(request)) return preflight(cors, 'GET', 'authorization');
      return json(cors, request.headers.authorization === undefined ? 401 : 200);
    },
  },
};
