/** A library, and how its case is run. */
export interface Library {
  /** Names the file in cases/. */
  readonly name: string;
  /** Whether it is one of those that are always run. */
  readonly always?: boolean;
}

/**
 * Every library that is run with and without the extension. One of them alone, in both browsers:
 * `npx vitest run --project libraries -t axios`, with `CORSCOPE_LONG=1` if it is not one of those that always run.
 *
 * To add one: its package in package.json here or in rest/, a file in cases/, a line here. The file has
 *
 * - `page()`, and where it needs them `child()` for a frame and `worker()`. What they use is in page/tools.js, what
 *   the server answers in answers.ts
 * - in what `page()` resolves with: `seen`, what is compared; `awaits`, how many requests are to come before it is;
 *   `leaves`, if the page is to be left first; `ignores`, names whose values differ from run to run; `varies`, how
 *   paths begin whose bodies do
 *
 * At least one thing in `seen` must be another where fetch, XMLHttpRequest, postMessage, addEventListener or the
 * constructors are wrapped by plain functions; `ordinary()` sees to it where the library itself calls none of them.
 */
export const libraries: readonly Library[] = [
  { name: 'axios', always: true },
  { name: 'comlink', always: true },
  { name: 'datadog-rum', always: true },
  { name: 'elastic-apm', always: true },
  { name: 'msw', always: true },
  { name: 'opentelemetry', always: true },
  { name: 'penpal', always: true },
  { name: 'posthog', always: true },
  { name: 'rrweb', always: true },
  { name: 'sentry', always: true },
  { name: 'sentry-tracing', always: true },
  { name: 'ses', always: true },
  { name: 'socket-io', always: true },
  { name: 'zone', always: true },
  { name: 'amplitude' },
  { name: 'bugsnag' },
  { name: 'core-js' },
  { name: 'cross-fetch' },
  { name: 'datadog-logs' },
  { name: 'engine-io-client' },
  { name: 'es-module-shims' },
  { name: 'event-source-polyfill' },
  { name: 'faro' },
  { name: 'fetch-event-source' },
  { name: 'fetch-mock' },
  { name: 'gtm-support' },
  { name: 'highlight' },
  { name: 'honeycomb' },
  { name: 'html2canvas' },
  { name: 'iframe-resizer' },
  { name: 'jquery' },
  { name: 'ky' },
  { name: 'localforage' },
  { name: 'mixpanel' },
  { name: 'modern-screenshot' },
  { name: 'mswjs-interceptors' },
  { name: 'new-relic' },
  { name: 'nise' },
  { name: 'ofetch' },
  { name: 'partytown' },
  { name: 'post-robot' },
  { name: 'postmate' },
  { name: 'pretender' },
  { name: 'pusher-js' },
  { name: 'qiankun' },
  { name: 'raygun' },
  { name: 'reconnecting-websocket' },
  { name: 'rollbar' },
  { name: 'single-spa' },
  { name: 'sinon' },
  { name: 'sockjs-client' },
  { name: 'superagent' },
  { name: 'trackjs' },
  { name: 'unfetch' },
  { name: 'web-vitals' },
  { name: 'whatwg-fetch' },
  { name: 'workbox-window' },
  { name: 'wretch' },
  { name: 'xhr-mock' },
  { name: 'zoid' },
];
