import mixpanel from 'mixpanel-browser';
import { api, ordinary, ready, until } from '../page/tools.js';

/** Sends events, by XMLHttpRequest and by a beacon. */
export async function page() {
  await ready;
  const events = [];
  mixpanel.init('token', {
    api_host: api,
    batch_requests: false,
    autocapture: { pageview: 'full-url', click: true, input: false, scroll: false, submit: false },
    ignore_dnt: true,
    persistence: 'localStorage',
    record_sessions_percent: 0,
    hooks: {
      before_send_events(event) {
        if (event.event !== '$mp_dead_click')
          events.push([event.event, event.properties.$current_url, event.properties.a]);
        return event;
      },
    },
  });
  mixpanel.track('by hand', { a: 'b' });
  mixpanel.track('by a beacon', { a: 'c' }, { transport: 'sendBeacon' });
  document.querySelector('#button').click();
  history.pushState(null, '', '/pushed');
  await until(() => events.some(([name]) => name === 'by a beacon'));
  return {
    seen: { events, ordinary: await ordinary() },
    awaits: { '//api/track': 3 },
    varies: ['//api/track', '//api/flags', '//api/settings', '//api/decide'],
    ignores: ['_', 'traceparent'],
  };
}
