import { page } from '../answers';
import type { CauseCase } from '../case';

export const beaconWithJson: CauseCase = {
  cause: 'beacon-with-json',
  title: 'Reports at page hide fail with CORS; the same reports by fetch() pass',
  why: 'sendBeacon() always includes credentials, and JSON is preflighted. The server allows the origin without credentials.',
  sources: [
    'getprobo/probo#1714',
    'open-telemetry/opentelemetry-js#3062',
    'open-telemetry/opentelemetry-js!2336',
    'fluent/fluentd!3481',
  ],
  server: 'imitated',
  twin: { differs: 'The server allows credentials, but not the content type.', cause: null },
  fix: 'The beacon is sent as text/plain.',
  origins: { page: 'www.brand', api: 'api.consent' },
  page: 'page:/',
  row: { at: 'api:/v1/report?by=beacon', method: 'POST', outcome: 'blocked' },
  works: ({ received }) => received === '1',
  servers: {
    page: (_, { at, variant }) =>
      page(`(async () => {
        const json = { method: 'POST', credentials: 'omit', headers: { 'Content-Type': 'application/json' }, body: '{}' };
        const byFetch = await fetch('${at('api', '/v1/report?by=fetch')}', json).then((r) => r.status, String);
        const type = '${variant === 'fix' ? 'text/plain;charset=UTF-8' : 'application/json'}';
        navigator.sendBeacon('${at('api', '/v1/report?by=beacon')}', new Blob(['{}'], { type }));
        setTimeout(async () => {
          const received = await (await fetch('${at('api', '/v1/count')}')).text();
          window.result = { byFetch, received };
        }, 600);
      })();`),
    api({ method, path, headers }, { variant, state }) {
      const cors = { 'Access-Control-Allow-Origin': headers.origin ?? '*', Vary: 'Origin' };
      if (method === 'OPTIONS') {
        return {
          status: 204,
          headers: {
            ...cors,
            'Access-Control-Allow-Methods': 'POST, OPTIONS',
            ...(variant === 'twin'
              ? { 'Access-Control-Allow-Credentials': 'true' }
              : { 'Access-Control-Allow-Headers': 'content-type' }),
          },
        };
      }
      if (path === '/v1/count') return { headers: cors, body: String(state.beacons ?? 0) };
      if (path.endsWith('beacon')) state.beacons = 1;
      return { status: 204, headers: cors };
    },
  },
};
