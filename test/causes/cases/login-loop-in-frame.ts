import { page } from '../answers';
import type { CauseCase } from '../case';

export const loginLoopInFrame: CauseCase = {
  cause: 'login-loop-in-frame',
  title: 'An app in a frame of another site asks for the login again and again',
  why: 'The session cookie is SameSite=Lax. In a cross-site frame it is neither stored nor sent, so every request looks signed out.',
  sources: [
    'keycloak/keycloak#34533',
    'auth0/auth0-angular#415',
    'dfinity/certified-assets!107',
    'rstudio/rstudio!17647',
    'authts/oidc-client-ts#1735',
    'metabase/metabase#42170',
  ],
  server: 'imitated',
  twin: {
    differs: 'The cookie is SameSite=None, is stored and sent; the server has lost the session.',
    cause: null,
  },
  fix: 'SameSite=None; Secure; Partitioned.',
  origins: { page: 'studio.host', app: 'draft.preview' },
  page: 'page:/',
  row: { at: 'app:/gate', outcome: 'allowed' },
  works: ({ frame }) => frame === 'welcome',
  servers: {
    page: (_, { at }) =>
      page(`addEventListener('message', ({ data }) => { window.result = { frame: data }; });`, {
        body: `<iframe src="${at('app', '/')}"></iframe>`,
      }),
    app({ path, method, headers }, { variant, state }) {
      const html = (body: string) => ({
        headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
        body: `<!doctype html>${body}`,
      });
      if (path === '/') {
        const isSignedIn = /access=1/.test(headers.cookie ?? '') && variant !== 'twin';
        if (isSignedIn) return html(`<script>parent.postMessage('welcome', '*')</script>`);
        return { status: 302, headers: { Location: '/gate', 'Cache-Control': 'no-store' } };
      }
      if (method === 'POST') {
        const sameSite = variant === 'broken' ? 'Secure; SameSite=Lax' : 'Secure; SameSite=None; Partitioned';
        return {
          status: 303,
          headers: { Location: '/', 'Set-Cookie': `access=1; Path=/; HttpOnly; ${sameSite}` },
        };
      }
      state.loops = (state.loops ?? 0) + 1;
      return html(
        state.loops > 2
          ? `<script>parent.postMessage('still asked to log in', '*')</script>`
          : '<form method="post" action="/gate"><input name="p" value="x"></form><script>setTimeout(() => document.forms[0].submit(), 100)</script>',
      );
    },
  },
};
