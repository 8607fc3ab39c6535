import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const headerTwice: CauseCase = {
  cause: 'header-twice',
  title: "The header contains multiple values '*, *'",
  why: 'The application and the proxy before it both add the header.',
  sources: ['kubernetes/ingress-nginx#2138', 'expressjs/cors#145', 'nginx/nginx-gateway-fabric#5315'],
  server: 'imitated',
  twin: { differs: 'One line names two different origins.', cause: 'origin-list' },
  fix: 'proxy_hide_header Access-Control-Allow-Origin.',
  origins: { page: 'www.charts', api: 'api.charts-data' },
  page: 'page:/',
  row: { at: 'api:/series', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at }) => pageWith(`return { get: await asked('${at('api', '/series')}') };`),
    api: (_, { variant, origin }) =>
      json({
        Server: 'nginx',
        Via: '1.1 ingress',
        'Access-Control-Allow-Origin': {
          broken: ['*', '*'],
          twin: `${origin('page')}, https://charts.example`,
          fix: '*',
        }[variant],
      }),
  },
};
