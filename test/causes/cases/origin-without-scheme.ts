import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const originWithoutScheme: CauseCase = {
  cause: 'origin-without-scheme',
  title: 'The host of the page is in the list of allowed origins, and it is blocked',
  why: 'The list has host and port without the scheme, and the server sends that.',
  sources: ['digiaonline/lumen-cors#33'],
  server: 'imitated',
  twin: { differs: 'The header has a whole origin, that of another page.', cause: null },
  fix: 'The list has the whole origin.',
  origins: { page: 'app.stock', api: 'api.stock-data' },
  page: 'page:/',
  row: { at: 'api:/parts', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at }) => pageWith(`return { get: await asked('${at('api', '/parts')}') };`),
    api: (_, { variant, origin }) =>
      json({
        Vary: 'Origin',
        'Access-Control-Allow-Origin': {
          broken: origin('page').replace('http://', ''),
          twin: 'http://stock.example:8090',
          fix: origin('page'),
        }[variant],
      }),
  },
};
