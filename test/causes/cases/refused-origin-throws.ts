import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const refusedOriginThrows: CauseCase = {
  cause: 'refused-origin-throws',
  title: 'An origin that is not allowed makes the server answer 500',
  why: "The origin function of the middleware calls back with an Error, so Express's error page is the answer.",
  sources: ['expressjs/cors#117', 'c2siorg/Webiu#716'],
  server: 'replayed',
  twin: {
    differs: 'The preflight passes; only the call gets the error page.',
    cause: 'error-without-cors',
  },
  fix: 'The origin is in the list.',
  origins: { page: 'preview.forms', api: 'api.forms-data' },
  page: 'page:/',
  row: { at: 'api:/forms', method: 'POST', outcome: 'blocked' },
  works: ({ post }) => post === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`return { post: await asked('${at('api', '/forms')}', { method: 'POST',
        headers: { 'Content-Type': 'application/json' }, body: '{}' }) };`),
    api(request, { variant }) {
      if (variant === 'fix' || (variant === 'twin' && isPreflight(request))) {
        return isPreflight(request)
          ? preflight(echoed(request), 'POST', 'content-type')
          : json(echoed(request));
      }
      return {
        status: 500,
        headers: {
          'X-Powered-By': 'Express',
          'Content-Security-Policy': "default-src 'none'",
          'X-Content-Type-Options': 'nosniff',
          'Content-Type': 'text/html; charset=utf-8',
        },
        body: '<pre>Error: Not allowed by CORS</pre>',
      };
    },
  },
};
