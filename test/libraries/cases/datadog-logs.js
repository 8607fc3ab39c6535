import { datadogLogs } from '@datadog/browser-logs';
import { api, fetched, ready, sorted, until } from '../page/tools.js';

/** Forwards errors, failed requests and the console. */
export async function page() {
  const logs = [];
  datadogLogs.init({
    clientToken: 'token',
    proxy: `${api}/datadog`,
    forwardErrorsToLogs: true,
    forwardConsoleLogs: 'all',
    sessionSampleRate: 100,
    beforeSend(event) {
      logs.push({
        message: event.message,
        status: event.status,
        origin: event.origin,
        error: event.error,
        http: event.http,
      });
      return true;
    },
  });
  await ready;
  await fetched(`${api}/open/fetch`);
  await fetched(`${api}/closed/fetch`);
  console.warn('by the console');
  try {
    new XMLHttpRequest().open('TRACE', api);
  } catch (error) {
    datadogLogs.logger.error('by hand', {}, error);
  }
  addEventListener('message', () => {
    throw new RangeError('in a listener');
  });
  postMessage('go', '*');
  await until(() => logs.length >= 4);
  return {
    seen: { logs: sorted(logs) },
    leaves: true,
    awaits: { '//api/datadog': 1 },
    varies: ['//api/datadog'],
    ignores: ['ddforward'],
  };
}
