import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const ownPolicy: CauseCase = {
  cause: 'own-policy',
  title: 'Calls to the API fail with ERR_NETWORK_ACCESS_REVOKED',
  why: "The page's own Connection-Allowlist does not list the API.",
  sources: ['GoogleChrome/modern-web-guidance-src#1297', 'web-platform-tests/interop#1424'],
  server: 'imitated',
  twin: {
    differs: 'The page has no Connection-Allowlist; its CSP (connect-src) blocks the call.',
    cause: null,
  },
  fix: 'The list has the API.',
  origins: { page: 'vault.keys', api: 'api.keys-data' },
  page: 'page:/',
  row: { at: 'api:/keys', outcome: 'blocked' },
  only: 'chromium',
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at, origin, variant }) =>
      pageWith(`return { get: await asked('${at('api', '/keys')}') };`, {
        headers: {
          broken: { 'Connection-Allowlist': '(response-origin)' },
          twin: { 'Content-Security-Policy': "connect-src 'self'" },
          fix: { 'Connection-Allowlist': `(response-origin "${origin('api')}/*")` },
        }[variant],
      }),
    api: () => json({ 'Access-Control-Allow-Origin': '*' }),
  },
};
