import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const credentialsNotIncluded: CauseCase = {
  cause: 'credentials-not-included',
  title: 'The cookie of the API is never sent to its subdomain',
  why: 'The call has the default credentials mode, same-origin.',
  sources: ['ts-rest/ts-rest!78'],
  server: 'imitated',
  twin: {
    differs: 'The call includes credentials and sends the cookie; the session has expired.',
    cause: null,
  },
  fix: "credentials: 'include'.",
  origins: { page: 'www.rooms', api: 'api.rooms' },
  page: 'page:/',
  row: { at: 'api:/bookings', outcome: 'allowed' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at, variant }) =>
      pageWith(`const init = { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: '{}' };
        const login = await asked('${at('api', '/login')}', init);
        return { login, get: await asked('${at('api', '/bookings')}'${variant === 'broken' ? '' : ", { credentials: 'include' }"}) };`),
    api(request, { variant }) {
      const cors = echoed(request);
      if (isPreflight(request)) return preflight(cors, 'POST', 'content-type');
      if (request.path === '/login') {
        return json({ ...cors, 'Set-Cookie': 'sid=abc; Path=/; HttpOnly; SameSite=Lax' });
      }
      const isSignedIn = /sid=abc/.test(request.headers.cookie ?? '') && variant !== 'twin';
      return json(cors, isSignedIn ? 200 : 401);
    },
  },
};
