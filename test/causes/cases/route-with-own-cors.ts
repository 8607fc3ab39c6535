import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const routeWithOwnCors: CauseCase = {
  cause: 'route-with-own-cors',
  title: 'GraphQL alone is refused for a wildcard with credentials; the other routes pass',
  why: 'The GraphQL middleware answers CORS by itself with its default (*) and ignores the policy of the server.',
  sources: ['strapi/strapi#12816', 'apollographql/apollo-server#5868', 'apollographql/apollo-engine-js#152'],
  server: 'imitated',
  twin: { differs: 'All routes of the host answer with *.', cause: 'wildcard-with-credentials' },
  fix: 'The GraphQL middleware has the same CORS options.',
  origins: { page: 'front.cms', api: 'api.cms-data' },
  page: 'page:/',
  row: { at: 'api:/graphql', method: 'POST', outcome: 'blocked' },
  works: ({ graphql }) => graphql === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`const init = { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: '{}' };
        const rest = await asked('${at('api', '/api/articles')}', init);
        return { rest, graphql: await asked('${at('api', '/graphql')}', init) };`),
    api(request, { variant }) {
      const isOwn = variant === 'twin' || (variant === 'broken' && request.path === '/graphql');
      const cors = isOwn ? { 'Access-Control-Allow-Origin': '*' } : echoed(request);
      return isPreflight(request)
        ? preflight(cors, 'GET,HEAD,PUT,PATCH,POST,DELETE', 'content-type')
        : json(cors);
    },
  },
};
