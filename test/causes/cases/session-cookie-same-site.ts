import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const sessionCookieSameSite: CauseCase = {
  cause: 'session-cookie-same-site',
  title: 'The login works, the next call gets 401, and there is no CORS error',
  why: 'The session cookie is SameSite=Lax, so a cross-site call neither stores nor sends it.',
  sources: ['mevdschee/php-crud-api#953', 'mdn/content#7025'],
  server: 'imitated',
  twin: { differs: 'The cookie is SameSite=None; Secure and is sent; the session has expired.', cause: null },
  fix: 'SameSite=None; Secure; Partitioned.',
  origins: { page: 'www.gym', api: 'api.gym-data' },
  page: 'page:/',
  row: { at: 'api:/me', outcome: 'allowed' },
  works: ({ me }) => me === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`const init = { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: '{}' };
        const login = await asked('${at('api', '/login')}', init);
        return { login, me: await asked('${at('api', '/me')}', { credentials: 'include' }) };`),
    api(request, { variant }) {
      const cors = echoed(request);
      if (isPreflight(request)) return preflight(cors, 'POST', 'content-type');
      if (request.path === '/login') {
        const sameSite = variant === 'broken' ? 'SameSite=Lax' : 'SameSite=None; Secure; Partitioned';
        return json({ ...cors, 'Set-Cookie': `sid=abc; Path=/; HttpOnly; ${sameSite}` });
      }
      const isSignedIn = /sid=abc/.test(request.headers.cookie ?? '') && variant !== 'twin';
      return json(cors, isSignedIn ? 200 : 401);
    },
  },
};
