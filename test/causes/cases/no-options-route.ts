import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const noOptionsRoute: CauseCase = {
  cause: 'no-options-route',
  title: 'The preflight does not have HTTP ok status',
  why: 'The framework has no route for OPTIONS and answers 405.',
  sources: [
    'nitrojs/nitro#1909',
    'vercel/next.js!63264',
    'balvin-perrie/Access-Control-Allow-Origin---Unblock#8',
  ],
  server: 'imitated',
  twin: { differs: 'OPTIONS gets 401 and a challenge.', cause: 'preflight-authentication' },
  fix: 'There is a route for OPTIONS.',
  origins: { page: 'www.weather', api: 'api.weather-data' },
  page: 'page:/',
  row: { at: 'api:/alerts', method: 'PUT', outcome: 'blocked' },
  works: ({ put }) => put === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`const get = await asked('${at('api', '/alerts')}');
        return { get, put: await asked('${at('api', '/alerts')}', { method: 'PUT', body: 'x' }) };`),
    api(request, { variant }) {
      if (!isPreflight(request)) return json(echoed(request));
      if (variant === 'fix') return preflight(echoed(request), 'GET, PUT', '');
      return variant === 'twin'
        ? json({ 'WWW-Authenticate': 'Bearer' }, 401)
        : json({ Allow: 'GET, HEAD, PUT' }, 405);
    },
  },
};
