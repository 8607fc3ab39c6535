import { page } from '../answers';
import type { CauseCase } from '../case';

export const defaultEmbeddingHeaders: CauseCase = {
  cause: 'default-embedding-headers',
  title: 'A badge (a script that inserts a frame) stopped working on every other site',
  why: "A framework's or CDN's defaults added Cross-Origin-Resource-Policy: same-origin and X-Frame-Options: SAMEORIGIN to the routes of the badge.",
  sources: ['blackducksoftware/ohloh-ui#1885', 'helmetjs/helmet#401'],
  server: 'imitated',
  twin: {
    differs: 'The script gets a 404 page of type text/html; there are no embedding headers.',
    cause: 'error-page-for-resource',
  },
  fix: 'Cross-Origin-Resource-Policy: cross-origin and no X-Frame-Options on these routes.',
  origins: { page: 'project.site', hub: 'badges.hub' },
  page: 'page:/',
  row: { at: 'hub:/p/x/widget.js', outcome: 'blocked' },
  works: ({ script, framed }) => script === 'loaded' && framed === true,
  servers: {
    page: (_, { at }) =>
      page(
        `addEventListener('load', () => setTimeout(() => { window.result = { script: window.script, framed: !!window.framed }; }, 300));`,
        {
          head: `<script>addEventListener('message', () => { window.framed = true; });</script>`,
          body: `<script src="${at('hub', '/p/x/widget.js')}" onload="window.script = 'loaded'" onerror="window.script = 'error'"></script>
            <iframe src="${at('hub', '/p/x/frame')}"></iframe>`,
        },
      ),
    hub({ path }, { variant }) {
      const embedding = {
        broken: { 'Cross-Origin-Resource-Policy': 'same-origin', 'X-Frame-Options': 'SAMEORIGIN' },
        twin: {},
        fix: { 'Cross-Origin-Resource-Policy': 'cross-origin' },
      }[variant];
      const headers = { ...embedding, 'X-Content-Type-Options': 'nosniff' };
      if (!path.endsWith('.js')) {
        const body = `<script>parent.postMessage('in', '*')</script>badge`;
        return { headers: { ...headers, 'Content-Type': 'text/html' }, body };
      }
      if (variant === 'twin') {
        return {
          status: 404,
          headers: { ...headers, 'Content-Type': 'text/html' },
          body: '<h1>Not found</h1>',
        };
      }
      return { headers: { ...headers, 'Content-Type': 'text/javascript' }, body: 'window.widget = 1' };
    },
  },
};
