import { isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const serverHasDoneIt: CauseCase = {
  cause: 'server-has-done-it',
  title: 'Each try of a blocked order is there twice on the server',
  why: 'A simple POST is sent without a preflight; the server processes it, and the browser hides the 200.',
  sources: ['axios/axios#562', 'mconf/api-mate#4'],
  server: 'imitated',
  twin: { differs: 'The POST is preflighted, and the preflight is blocked: nothing was done.', cause: null },
  fix: 'The response has CORS headers.',
  origins: { page: 'www.bakery', api: 'api.bakery-data' },
  page: 'page:/',
  row: { at: 'api:/orders', method: 'POST', outcome: 'blocked' },
  works: ({ post }) => post === 201,
  servers: {
    page: (_, { at, variant }) =>
      pageWith(`return { post: await asked('${at('api', '/orders')}', { method: 'POST',
        headers: { 'Content-Type': '${variant === 'twin' ? 'application/json' : 'application/x-www-form-urlencoded'}' }, body: 'item=1' }) };`),
    api(request, { variant }) {
      if (isPreflight(request)) return preflight({}, 'POST', 'content-type');
      return json(variant === 'fix' ? { 'Access-Control-Allow-Origin': '*' } : {}, 201, '{"id":7}');
    },
  },
};
