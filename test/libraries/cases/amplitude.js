import * as amplitude from '@amplitude/analytics-browser';
import { api, fetched, ordinary, ready, sorted, until, xhr } from '../page/tools.js';

/** Sends events; reports failed requests, clicks and pages by itself. */
export async function page() {
  await ready;
  const events = [];
  await amplitude.init('key', {
    serverUrl: `${api}/2/httpapi`,
    remoteConfig: { fetchRemoteConfig: false },
    flushIntervalMillis: 10,
    autocapture: {
      attribution: false,
      sessions: true,
      pageViews: true,
      formInteractions: false,
      fileDownloads: false,
      elementInteractions: false,
      networkTracking: {
        ignoreHosts: [],
        captureRules: [{ hosts: ['*.localhost', '*'], statusCodeRange: '0,200-599' }],
      },
    },
  }).promise;
  amplitude.add({
    name: 'told',
    type: 'enrichment',
    setup: async () => {},
    execute: async (event) => {
      const { '[Amplitude] URL': url, '[Amplitude] Status Code': status_code } = event.event_properties ?? {};
      const isOwn = url?.includes('/httpapi') || /session|page/i.test(event.event_type);
      if (!isOwn) events.push([event.event_type, url, { status_code }]);
      return event;
    },
  });
  const answers = [
    await fetched(`${api}/open/broken`),
    await fetched(`${api}/closed/fetch`),
    await xhr(`${api}/open/broken`),
  ];
  amplitude.track('by hand', { a: 'b' });
  await until(() => events.length >= 4 && events.some(([type]) => type === 'by hand'));
  await amplitude.flush().promise;
  return {
    seen: { answers, events: sorted(events), ordinary: await ordinary() },
    varies: ['//api/2/httpapi'],
  };
}
