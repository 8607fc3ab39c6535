import { page } from '../answers';
import type { CauseCase } from '../case';

export const frameNeedsEmbedderPolicy: CauseCase = {
  cause: 'frame-needs-embedder-policy',
  title: 'A widget frame "refuses to connect" in a page that turned on SharedArrayBuffer',
  why: 'The page has Cross-Origin-Embedder-Policy, so the document of a frame needs an embedder policy of its own and Cross-Origin-Resource-Policy. The embed has neither.',
  sources: [
    'itchio/itch.io#1918',
    'TASVideos/tasvideos#1852',
    'discord/discord-api-docs#6447',
    'giscus/giscus-component!2070',
    'formbricks/formbricks#7457',
  ],
  server: 'imitated',
  twin: {
    differs: 'The embed has both headers, but also X-Frame-Options: DENY.',
    cause: 'default-embedding-headers',
  },
  fix: 'Cross-Origin-Resource-Policy: cross-origin and Cross-Origin-Embedder-Policy on the embed.',
  origins: { page: 'game.play', embed: 'embed.widgets' },
  page: 'page:/',
  row: { at: 'embed:/embed/7', outcome: 'blocked' },
  works: ({ framed }) => framed === true,
  servers: {
    page: (_, { at }) =>
      page(
        `addEventListener('message', () => { window.framed = true; });
        addEventListener('load', () => setTimeout(() => { window.result = { framed: !!window.framed, isolated: crossOriginIsolated }; }, 500));`,
        {
          headers: {
            'Cross-Origin-Opener-Policy': 'same-origin',
            'Cross-Origin-Embedder-Policy': 'credentialless',
          },
          body: `<iframe src="${at('embed', '/embed/7')}"></iframe>`,
        },
      ),
    embed: (_, { variant }) => ({
      headers: {
        'Content-Type': 'text/html',
        ...(variant !== 'broken' && {
          'Cross-Origin-Resource-Policy': 'cross-origin',
          'Cross-Origin-Embedder-Policy': 'credentialless',
        }),
        ...(variant === 'twin' && { 'X-Frame-Options': 'DENY' }),
      },
      body: `<!doctype html><script>parent.postMessage('widget', '*')</script>widget`,
    }),
  },
};
