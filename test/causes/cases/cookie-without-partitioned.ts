import { json, page } from '../answers';
import type { CauseCase } from '../case';

export const cookieWithoutPartitioned: CauseCase = {
  cause: 'cookie-without-partitioned',
  title: 'A widget works in a tab of its own, and in other people’s pages each call gets 401',
  why: 'The session cookie is SameSite=None; Secure without Partitioned, and the browser blocks third-party cookies.',
  sources: ['sanity-io/hydrogen-sanity!194', 'umputun/remark42!2222'],
  server: 'imitated',
  twin: { differs: 'The cookie is Partitioned and is sent; the session has expired.', cause: null },
  fix: 'SameSite=None; Secure; Partitioned.',
  origins: { page: 'www.club', widget: 'chat.widgets' },
  page: 'page:/',
  row: { at: 'widget:/me', outcome: 'allowed' },
  works: ({ me }) => me === 200,
  // Firefox gives such a frame a partition of its own for every cookie.
  only: 'chromium',
  servers: {
    page: (_, { at }) =>
      page(`addEventListener('message', ({ data }) => { window.result = data; });`, {
        body: `<iframe src="${at('widget', '/')}"></iframe>`,
      }),
    widget({ path, headers }, { variant }) {
      if (path === '/login') {
        const partitioned = variant === 'broken' ? '' : '; Partitioned';
        return json({ 'Set-Cookie': `sid=abc; Path=/; HttpOnly; Secure; SameSite=None${partitioned}` });
      }
      if (path === '/me') {
        const isSignedIn = /sid=abc/.test(headers.cookie ?? '') && variant !== 'twin';
        return json({}, isSignedIn ? 200 : 401);
      }
      return page(`(async () => {
        const login = (await fetch('/login', { method: 'POST' })).status;
        parent.postMessage({ login, me: (await fetch('/me')).status }, '*');
      })()`);
    },
  },
};
