import { echoed, json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const secureCookieOnHttp: CauseCase = {
  cause: 'secure-cookie-on-http',
  title: 'On the staging host the login works, and the next call gets 401',
  why: 'The session cookie is Secure, and the staging host is served over http.',
  sources: ['whatwg/fetch#1354'],
  server: 'imitated',
  twin: { differs: 'The cookie is not Secure and is sent; the session has expired.', cause: null },
  fix: 'The cookie is not Secure on that host.',
  origins: { page: 'www.staging-gym.test', api: { host: 'www.staging-gym.test', port: 1 } },
  page: 'page:/',
  row: { at: 'api:/me', outcome: 'allowed' },
  works: ({ me }) => me === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`const login = await asked('${at('api', '/login')}', { method: 'POST', credentials: 'include' });
        return { login, me: await asked('${at('api', '/me')}', { credentials: 'include' }) };`),
    api(request, { variant }) {
      const cors = echoed(request);
      if (request.path === '/login') {
        const secure = variant === 'broken' ? '; Secure' : '';
        return json({ ...cors, 'Set-Cookie': `sid=abc; Path=/; HttpOnly${secure}` });
      }
      const isSignedIn = /sid=abc/.test(request.headers.cookie ?? '') && variant !== 'twin';
      return json(cors, isSignedIn ? 200 : 401);
    },
  },
};
