/** A library, and how to run its case. */
export interface Library {
  /** The name of the file in cases/. */
  readonly name: string;
  /** Whether a short run has it; in Chromium, because only a long run compares libraries in Firefox. */
  readonly always?: true;
}

/**
 * Every library that runs with and without the extension. To run one of them in both browsers: `npx vitest
 * run --project libraries -t axios`, with `CORSCOPE_LONG=1` if it does not always run.
 *
 * To add a library, add its package to package.json here or in rest/, a file in cases/, and a line here. The
 * file has
 *
 * - `page()`, and if needed `child()` for a frame and `worker()`. Their tools are in page/tools.js, the
 *   server's answers in answers.ts
 * - in the result of `page()`: `seen`, what is compared; `awaits`, how many requests to expect; `leaves`,
 *   whether the page must be left first; `ignores`, names whose values differ from run to run; `varies`, the
 *   starts of paths whose bodies differ
 *
 * At least one value in `seen` must change if fetch, XMLHttpRequest, postMessage, addEventListener or the
 * constructors are wrapped by plain functions. `ordinary()` provides one if the library itself calls none of
 * them.
 */
export const libraries: readonly Library[] = [
  { name: 'axios', always: true },
  { name: 'comlink', always: true },
  { name: 'datadog-rum' },
  { name: 'elastic-apm' },
  { name: 'msw', always: true },
  { name: 'opentelemetry' },
  { name: 'penpal' },
  { name: 'posthog' },
  { name: 'rrweb' },
  { name: 'sentry', always: true },
  { name: 'sentry-tracing', always: true },
  { name: 'ses' },
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
