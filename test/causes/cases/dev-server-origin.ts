import { page } from '../answers';
import type { CauseCase } from '../case';

export const devServerOrigin: CauseCase = {
  cause: 'dev-server-origin',
  title: 'After an update of Vite, everything of the dev server is blocked by CORS',
  why: 'Since 6.0.9, 5.4.12 and 4.5.6 the dev server allows localhost only; the page has a host of its own.',
  sources: ['vitejs/vite#19239', 'vitejs/vite#19256', 'laravel/vite-plugin!318'],
  server: 'replayed',
  twin: { differs: "The script is a built one, on another port: not the dev server's.", cause: null },
  fix: 'server.cors.origin has the host.',
  origins: {
    page: 'shop.laravel',
    vite: { host: 'localhost', port: 1 },
    cdn: 'cdn.laravel-files',
  },
  recordedPorts: [8000, 5173],
  page: 'page:/',
  row: { at: 'vite:/@vite/client', outcome: 'blocked' },
  works: ({ loaded }) => loaded === true,
  servers: {
    page(_, { at, variant }) {
      const url = variant === 'twin' ? at('cdn', '/build/app.4f1e.js') : at('vite', '/@vite/client');
      return page(
        `addEventListener('load', () => { window.result = { loaded: window.loaded === true }; });`,
        { head: `<script type="module" src="${url}"></script>` },
      );
    },
    vite: (_, { origin, variant }) => ({
      headers: {
        'Content-Type': 'text/javascript',
        Vary: 'Origin',
        'Cache-Control': 'no-cache',
        ...(variant === 'fix' && { 'Access-Control-Allow-Origin': origin('page') }),
      },
      body: 'window.loaded = true;',
    }),
    cdn: () => ({ headers: { 'Content-Type': 'text/javascript' }, body: 'window.loaded = true;' }),
  },
};
