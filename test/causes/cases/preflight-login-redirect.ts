import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const preflightLoginRedirect: CauseCase = {
  cause: 'preflight-login-redirect',
  title: 'A call with an API key is blocked because its preflight is redirected',
  why: 'The preflight lacks the key, so the session layer redirects it to the login page of the same host.',
  sources: ['syncthing/syncthing!2780'],
  server: 'imitated',
  twin: { differs: 'The redirect only adds a slash to the path.', cause: 'slash-redirect' },
  fix: 'CORS runs before the session layer.',
  origins: { page: 'panel.sync', api: 'node.sync-data' },
  page: 'page:/',
  row: { at: 'api:/rest/config', method: 'GET', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(
        `return { get: await asked('${at('api', '/rest/config')}', { headers: { 'X-API-Key': 'k' } }) };`,
      ),
    api(request, { variant }) {
      if (variant === 'fix') {
        return isPreflight(request) ? preflight(echoed(request), 'GET', 'x-api-key') : json(echoed(request));
      }
      const isLogin = variant === 'broken';
      return { status: isLogin ? 302 : 307, headers: { Location: isLogin ? '/login' : '/rest/config/' } };
    },
  },
};
