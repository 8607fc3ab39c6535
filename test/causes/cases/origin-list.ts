import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const originList: CauseCase = {
  cause: 'origin-list',
  title: 'The allowed origins are configured as a list, and every one of them is blocked',
  why: 'The server sends the whole list; the header may have one origin only.',
  sources: ['kubernetes/ingress-nginx#7162'],
  server: 'imitated',
  twin: { differs: 'The header has the same origin in two lines.', cause: 'header-twice' },
  fix: 'The server echoes the one that matches, with Vary: Origin.',
  origins: { page: 'app.fleet', api: 'api.fleet-data' },
  page: 'page:/',
  row: { at: 'api:/trucks', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at }) => pageWith(`return { get: await asked('${at('api', '/trucks')}') };`),
    api: (_, { variant, origin }) =>
      json({
        Vary: 'Origin',
        'Access-Control-Allow-Origin': {
          broken: `${origin('page')}, https://admin.fleet.example`,
          twin: [origin('page'), origin('page')],
          fix: origin('page'),
        }[variant],
      }),
  },
};
