import { json, page } from '../answers';
import type { CauseCase } from '../case';

export const manifestWithoutCredentials: CauseCase = {
  cause: 'manifest-without-credentials',
  title: 'The manifest of a site behind an access proxy is blocked by CORS, although it is same-origin',
  why: 'Browsers request a manifest without credentials, so the proxy sees no session and redirects to its login host, which has no CORS headers.',
  sources: [
    'Lissy93/dashy#2102',
    'sysadminsmedia/homebox#1598',
    'open-webui/open-webui#1538',
    'outline/outline#1850',
    'authelia/authelia#1896',
    'CyferShepard/Jellystat#396',
  ],
  server: 'imitated',
  twin: {
    differs: 'The manifest is requested with the session cookie, but the session has expired.',
    cause: 'login-redirect',
  },
  fix: '<link rel="manifest" crossorigin="use-credentials"> in the page.',
  origins: { app: 'app.home', login: 'team.access' },
  page: 'app:/',
  // Only this makes Chromium request the manifest now.
  commands: ['Page.getAppManifest'],
  actions: ["void setTimeout(async () => { window.result = await (await fetch('/got')).json(); }, 700)"],
  row: { at: 'app:/manifest.webmanifest', outcome: 'blocked' },
  only: 'chromium',
  works: ({ manifest }) => manifest === 1,
  servers: {
    app({ path, headers }, { variant, at, state }) {
      if (path === '/got') return json({}, 200, JSON.stringify({ manifest: state.manifest ?? 0 }));
      if (path === '/') {
        const attribute = variant === 'broken' ? '' : ' crossorigin="use-credentials"';
        return page('', {
          headers: { 'Set-Cookie': 'Gate_Authorization=session; Path=/; HttpOnly; SameSite=Lax' },
          head: `<link rel="manifest" href="/manifest.webmanifest"${attribute}>`,
        });
      }
      if (/Gate_Authorization=/.test(headers.cookie ?? '') && variant === 'fix') {
        state.manifest = 1;
        return {
          headers: { 'Content-Type': 'application/manifest+json' },
          body: JSON.stringify({ name: 'home', start_url: '/', display: 'standalone', icons: [] }),
        };
      }
      const back = encodeURIComponent(path);
      return {
        status: 302,
        headers: {
          Location: at('login', `/cdn-cgi/access/login/app?redirect_url=${back}`),
          'Cache-Control': 'no-store',
          'WWW-Authenticate': 'Gate-Access resource_metadata="x"',
        },
      };
    },
    login: () => ({
      headers: { 'Content-Type': 'text/html', 'X-Frame-Options': 'DENY' },
      body: '<!doctype html><title>Sign in</title>',
    }),
  },
};
