import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const cspSandbox: CauseCase = {
  cause: 'csp-sandbox',
  title: 'The whole page has the origin null, and its own API is blocked by CORS',
  why: 'The document has Content-Security-Policy: sandbox without allow-same-origin.',
  sources: ['mdn/content#40093', 'brian-girko/image-reader#16'],
  server: 'imitated',
  twin: {
    differs: 'The policy does not sandbox; the API is on another origin and has no CORS headers.',
    cause: null,
  },
  fix: 'sandbox allow-scripts allow-same-origin.',
  origins: { page: 'files.viewer', api: 'api.viewer-data' },
  page: 'page:/',
  row: { at: 'page:/api/list', outcome: 'blocked' },
  works: ({ status }) => status === 200,
  servers: {
    page({ path }, { at, variant }) {
      if (path !== '/') return json();
      const policy = {
        broken: 'sandbox allow-scripts',
        twin: "object-src 'none'",
        fix: 'sandbox allow-scripts allow-same-origin',
      }[variant];
      return pageWith(
        `return { status: await asked('${variant === 'twin' ? at('api', '/api/list') : '/api/list'}') };`,
        { headers: { 'Content-Security-Policy': policy } },
      );
    },
    api: () => json(),
  },
};
