import { isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const platformAnswersPreflight: CauseCase = {
  cause: 'platform-answers-preflight',
  title: 'The handler of OPTIONS never runs, and the preflight allows the wrong methods',
  why: 'The platform answers preflights by itself, with a policy other than the application has.',
  sources: ['vercel/next.js#11478', 'vercel/next.js#36377'],
  server: 'imitated',
  twin: { differs: "The preflight has the application's own policy, which lacks DELETE.", cause: null },
  fix: "The platform's policy allows the method.",
  origins: { page: 'www.lists', api: 'api.lists-data' },
  page: 'page:/',
  row: { at: 'api:/items/1', method: 'DELETE', outcome: 'blocked' },
  works: ({ remove }) => remove === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`const get = await asked('${at('api', '/items/1')}');
        return { get, remove: await asked('${at('api', '/items/1')}', { method: 'DELETE' }) };`),
    api(request, { variant, origin }) {
      const own = {
        'Access-Control-Allow-Origin': origin('page'),
        Vary: 'Origin',
        'X-Powered-By': 'Next.js',
      };
      if (!isPreflight(request)) return json(own);
      return variant === 'twin'
        ? preflight(own, 'GET, POST', '')
        : preflight(
            { 'Access-Control-Allow-Origin': '*', Server: 'edge' },
            variant === 'fix' ? 'OPTIONS, GET, DELETE' : 'OPTIONS, GET',
            '',
          );
    },
  },
};
