import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const preflightRateLimit: CauseCase = {
  cause: 'preflight-rate-limit',
  title: 'Uploads stop with CORS errors half-way through',
  why: 'The rate limiter counts OPTIONS as well and answers it with 429.',
  sources: ['nftstorage/nft.storage#2180'],
  server: 'imitated',
  twin: { differs: 'The preflight passes; the call gets the 429.', cause: 'rate-limit' },
  fix: 'OPTIONS is exempt.',
  origins: { page: 'www.tokens', api: 'api.tokens-data' },
  page: 'page:/',
  row: { at: 'api:/upload/2', method: 'PUT', outcome: 'blocked' },
  works: ({ second }) => second === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`const url = '${at('api', '/upload/')}';
        const init = { method: 'PUT', body: 'x' };
        return { first: await asked(url + 1, init), second: await asked(url + 2, init) };`),
    api(request, { variant }) {
      const limited = { status: 429, headers: { 'Retry-After': '30', 'RateLimit-Remaining': '0' } };
      const isOver = request.path.endsWith('2');
      if (isPreflight(request)) {
        return isOver && variant === 'broken' ? limited : preflight(echoed(request), 'PUT', '');
      }
      return isOver && variant === 'twin' ? limited : json(echoed(request));
    },
  },
};
