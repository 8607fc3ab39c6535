import { page } from '../answers';
import type { CauseCase } from '../case';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>';

export const resourcePolicy: CauseCase = {
  cause: 'resource-policy',
  title: 'After an update of the API server, its images are blocked on the site',
  why: 'Helmet 5 sends Cross-Origin-Resource-Policy: same-origin on every response by default.',
  sources: ['helmetjs/helmet#343', 'helmetjs/helmet#385', 'helmetjs/helmet#407'],
  server: 'replayed',
  twin: {
    differs: 'The header is cross-origin; the image is gone, and the answer is an HTML page.',
    cause: 'error-page-for-resource',
  },
  fix: 'crossOriginResourcePolicy is cross-origin on that route.',
  origins: { page: 'www.shop', api: 'api.shop-data' },
  page: 'page:/',
  row: { at: 'api:/uploads/1.svg', outcome: 'blocked' },
  works: ({ image }) => image === 'load',
  servers: {
    page: (_, { at }) =>
      page(
        `const image = new Image();
        image.onload = image.onerror = ({ type }) => { window.result = { image: type }; };
        image.src = '${at('api', '/uploads/1.svg')}'; document.body.append(image);`,
        { body: '<p>shop</p>' },
      ),
    api: (_, { variant }) => ({
      status: variant === 'twin' ? 404 : 200,
      headers: {
        'Content-Type': variant === 'twin' ? 'text/html; charset=utf-8' : 'image/svg+xml',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Resource-Policy': variant === 'broken' ? 'same-origin' : 'cross-origin',
        'Origin-Agent-Cluster': '?1',
        'Referrer-Policy': 'no-referrer',
        'Strict-Transport-Security': 'max-age=15552000; includeSubDomains',
        'X-Content-Type-Options': 'nosniff',
        'X-DNS-Prefetch-Control': 'off',
        'X-Frame-Options': 'SAMEORIGIN',
        'X-XSS-Protection': '0',
      },
      body: variant === 'twin' ? '<pre>Cannot GET /uploads/1.svg</pre>' : svg,
    }),
  },
};
