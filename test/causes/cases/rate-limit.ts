import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const rateLimit: CauseCase = {
  cause: 'rate-limit',
  title: 'After many calls there is a CORS error',
  why: 'The rate limiter runs before CORS and answers 429 without the headers.',
  sources: ['jikan-me/jikan-rest#148', 'emissary-ingress/emissary#2030', 'internetarchive/openlibrary#11140'],
  server: 'imitated',
  twin: { differs: 'The 429 has the CORS headers, so the page can read it.', cause: null },
  fix: 'The limit is not reached.',
  origins: { page: 'www.anime', api: 'api.anime-data' },
  page: 'page:/',
  row: { at: 'api:/v4/top?page=3', outcome: 'blocked' },
  works: ({ third }) => third === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`const url = '${at('api', '/v4/top?page=')}';
        return { first: await asked(url + 1), second: await asked(url + 2), third: await asked(url + 3) };`),
    api({ path }, { variant }) {
      const cors = { 'Access-Control-Allow-Origin': '*' };
      const limit = { 'RateLimit-Limit': '2', 'RateLimit-Remaining': '0' };
      if (!path.endsWith('3') || variant === 'fix') return json(cors);
      return json({ ...(variant === 'twin' && cors), ...limit, 'Retry-After': '60' }, 429);
    },
  },
};
