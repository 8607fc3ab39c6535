import posthog from 'posthog-js/dist/module.full.no-external.js';
import { api, fetched, ready, sorted, until, xhr } from '../page/tools.js';

/** Captures clicks, pages, errors and requests; adds its headers to cross-origin calls. */
export async function page() {
  await ready;
  const events = [];
  const loaded = new Promise((resolve) => {
    posthog.init('key', {
      api_host: api,
      opt_out_useragent_filter: true,
      loaded: resolve,
      autocapture: true,
      capture_pageview: 'history_change',
      capture_exceptions: true,
      capture_performance: false,
      capture_dead_clicks: false,
      disable_session_recording: true,
      disable_surveys: true,
      disable_compression: true,
      request_batching: false,
      __add_tracing_headers: [new URL(api).hostname],
      before_send(event) {
        events.push(event);
        return event;
      },
    });
  });
  await loaded;
  const answers = [
    await fetched(`${api}/open/fetch`),
    await fetched(`${api}/plain/fetch`),
    await xhr(`${api}/open/xhr`),
    await xhr(`${api}/plain/xhr`),
  ];
  document.querySelector('#button').click();
  history.pushState(null, '', '/pushed');
  posthog.capture('by hand', { a: 1 });
  setTimeout(() => {
    throw new Error('uncaught');
  });
  const reported = (count) =>
    until(() => events.filter(({ event }) => event === '$exception').length >= count);
  await reported(1);
  void Promise.reject(new TypeError('rejected'));
  await reported(2);
  const told = events.map(({ event, properties }) => [
    event,
    properties.$exception_list,
    properties.$elements,
    properties.$current_url,
  ]);
  return {
    seen: { answers, told: sorted(told) },
    awaits: { '//api/e/': events.length - 2 },
    varies: ['//api/i/', '//api/e/'],
    ignores: ['_', 'ver', 'x-posthog-distinct-id', 'x-posthog-session-id', 'x-posthog-window-id'],
  };
}
