import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const nginxHeaderNotAlways: CauseCase = {
  cause: 'nginx-header-not-always',
  title: 'There is a CORS error only on 4xx and 5xx behind nginx',
  why: 'add_header without always is left out of error responses.',
  sources: ['monsur/enable-cors.org#106', 'kubernetes/ingress-nginx#1679', 'mdn/content!26252'],
  server: 'imitated',
  twin: { differs: 'The responses are not made by nginx.', cause: 'error-without-cors' },
  fix: 'add_header … always.',
  origins: { page: 'www.recipes', api: 'api.recipes-data' },
  page: 'page:/',
  row: { at: 'api:/recipes/0', outcome: 'blocked' },
  works: ({ missing }) => missing === 404,
  servers: {
    page: (_, { at }) =>
      pageWith(`const list = await asked('${at('api', '/recipes')}');
        return { list, missing: await asked('${at('api', '/recipes/0')}') };`),
    api({ path }, { variant }) {
      const server = { Server: variant === 'twin' ? 'gunicorn' : 'nginx/1.24.0' };
      const cors = { ...server, 'Access-Control-Allow-Origin': '*' };
      if (path === '/recipes') return json(cors, 200, '[]');
      return json(variant === 'fix' ? cors : server, 404, '{"detail":"Not found"}');
    },
  },
};
