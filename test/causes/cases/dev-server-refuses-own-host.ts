import { page } from '../answers';
import type { CauseCase } from '../case';

export const devServerRefusesOwnHost: CauseCase = {
  cause: 'dev-server-refuses-own-host',
  title: 'Behind a proxy host, the dev server answers 403 to module scripts and calls of its own page',
  why: 'The dev server refuses requests whose Origin is not in its list; the host name of the proxy is not. The browser blocked nothing.',
  sources: [
    'vercel/next.js#77073',
    'vercel/next.js#77045',
    'tinyfish-io/bigset-oss!6',
    'mckinsey/agents-at-scale-ark!1866',
    'bytedance/deer-flow#54',
  ],
  server: 'replayed',
  twin: {
    differs:
      "Only a call of the application's own API gets 403; the dev server's files pass with the same Origin.",
    cause: null,
  },
  fix: 'allowedDevOrigins has that host name.',
  origins: { page: 'shop.corp' },
  page: 'page:/',
  row: { at: 'page:/_next/__dev/log', method: 'POST', outcome: 'allowed' },
  works: ({ post }) => post === 200,
  servers: {
    page({ path, headers }, { variant, origin }) {
      if (path === '/') {
        const call = variant === 'twin' ? '/api/orders' : '/_next/__dev/log';
        return page(
          `(async () => {
            const post = await fetch('${call}', { method: 'POST', body: 'x' }).then((r) => r.status, String);
            window.result = { post, module: !!window.moduleRan };
          })();`,
          {
            head: '<link rel="stylesheet" crossorigin href="/_next/static/css/app.css"><script type="module" crossorigin src="/_next/static/chunks/main.js"></script>',
          },
        );
      }
      const isRefused = variant === 'broken' ? headers.origin === origin('page') : path === '/api/orders';
      if (isRefused) return { status: 403, headers: { 'Content-Type': 'text/plain' }, body: 'Unauthorized' };
      if (path.endsWith('.css')) return { headers: { 'Content-Type': 'text/css' }, body: 'p {}' };
      if (path.endsWith('.js')) {
        return { headers: { 'Content-Type': 'text/javascript' }, body: 'window.moduleRan = true' };
      }
      return { headers: { 'Content-Type': 'text/plain' }, body: 'ok' };
    },
  },
};
