import { echoed, json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const slashRedirect: CauseCase = {
  cause: 'slash-redirect',
  title: 'The call works with a slash at the end and is blocked without',
  why: 'The framework redirects to the path with a slash, outside its CORS middleware.',
  sources: ['fastapi/fastapi#4990', 'vercel/next.js#63948', 'vercel/next.js#15867'],
  server: 'imitated',
  twin: { differs: 'The redirect leads to another path.', cause: null },
  fix: 'The page calls the path with the slash.',
  origins: { page: 'www.books', api: 'api.books-data' },
  page: 'page:/',
  row: { at: 'api:/books', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at, variant }) =>
      pageWith(`return { get: await asked('${at('api', variant === 'fix' ? '/books/' : '/books')}') };`),
    api(request, { variant }) {
      if (request.path !== '/books') return json(echoed(request), 200, '[]');
      return { status: 307, headers: { Location: variant === 'twin' ? '/v2/library' : '/books/' } };
    },
  },
};
