import { page } from '../answers';
import type { CauseCase } from '../case';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>';

export const cachedWithoutOrigin: CauseCase = {
  cause: 'cached-without-origin',
  title: 'An image is blocked by CORS, except with "Disable cache"',
  why: 'The browser has cached the copy that an <img> got without Origin, and the server sends CORS headers only with Origin, without Vary.',
  sources: ['cyu/rack-cors#127', 'fast-average-color/fast-average-color#117'],
  server: 'imitated',
  twin: { differs: 'The response is not cached; the server sends no CORS headers for it.', cause: null },
  fix: 'Vary: Origin on every response.',
  origins: { page: 'www.colors', cdn: 'img.colors-data' },
  page: 'page:/',
  row: { at: 'cdn:/1.svg', outcome: 'blocked' },
  // Firefox keeps responses with and without credentials apart.
  only: 'chromium',
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at }) =>
      page(
        `const image = new Image();
        image.onload = () => fetch('${at('cdn', '/1.svg')}')
          .then((r) => r.status, (e) => e.name).then((get) => { window.result = { get }; });
        image.src = '${at('cdn', '/1.svg')}'; document.body.append(image);`,
        { body: '<p>colors</p>' },
      ),
    cdn: ({ headers }, { variant }) => ({
      headers: {
        'Content-Type': 'image/svg+xml',
        'Cache-Control': variant === 'twin' ? 'no-store' : 'max-age=600',
        ...(headers.origin !== undefined && variant !== 'twin' && { 'Access-Control-Allow-Origin': '*' }),
        ...(variant === 'fix' && { Vary: 'Origin' }),
      },
      body: svg,
    }),
  },
};
