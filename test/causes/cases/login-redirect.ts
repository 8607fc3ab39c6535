import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const loginRedirect: CauseCase = {
  cause: 'login-redirect',
  title: 'When the session has expired, calls fail with a CORS error of the login host',
  why: 'The API answers 302 to the identity provider instead of 401.',
  sources: [
    'oauth2-proxy/oauth2-proxy#987',
    'Azure/azure-sdk-for-java#19755',
    'axios/axios#932',
    'hivecommons/hive#7433',
  ],
  server: 'imitated',
  twin: { differs: 'The redirect leads to a file on another host, not to a login.', cause: null },
  fix: 'The API answers 401.',
  origins: { page: 'app.invoices', login: 'login.identity', files: 'files.store' },
  page: 'page:/',
  row: { at: 'login:/oauth2/authorize', outcome: 'blocked' },
  works: ({ get }) => get === 401,
  servers: {
    page({ path }, { at, variant }) {
      if (path === '/') return pageWith(`return { get: await asked('/api/invoices') };`);
      if (variant === 'fix') return json({ 'WWW-Authenticate': 'Bearer' }, 401);
      const query = 'client_id=invoices&response_type=code&redirect_uri=%2Fcallback&state=x1';
      const to =
        variant === 'twin' ? at('files', '/2026/invoices.json') : at('login', `/oauth2/authorize?${query}`);
      return { status: 302, headers: { Location: to, 'Cache-Control': 'no-store' } };
    },
    login: () => ({ headers: { 'Content-Type': 'text/html' }, body: '<title>Sign in</title>' }),
    files: () => json(),
  },
};
