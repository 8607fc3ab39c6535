import { getWebInstrumentations, initializeFaro } from '@grafana/faro-web-sdk';
import { api, fetched, ready, sorted, until } from '../page/tools.js';

/** Reports errors, the console and events. */
export async function page() {
  const items = [];
  initializeFaro({
    url: `${api}/collect`,
    app: { name: 'case', version: '1' },
    instrumentations: getWebInstrumentations({
      capturePerformanceInstrumentation: false,
      captureConsole: true,
      captureConsoleDisabledLevels: [],
    }),
    batching: { sendTimeout: 50 },
    sessionTracking: { enabled: false },
    beforeSend(item) {
      const { type, payload } = item;
      if (type === 'exception') items.push([type, payload.type, payload.value, payload.stacktrace?.frames]);
      if (type === 'log') items.push([type, payload.level, payload.message]);
      return item;
    },
  });
  await ready;
  await fetched(`${api}/open/fetch`);
  console.warn('by the console');
  try {
    new XMLHttpRequest().open('TRACE', api);
  } catch (error) {
    faro.api.pushError(error);
  }
  addEventListener('message', () => {
    throw new RangeError('in a listener');
  });
  postMessage('go', '*');
  void fetch(`${api}/closed/fetch`);
  const of = (kind) => items.filter(([type]) => type === kind).length;
  await until(() => of('exception') >= 3 && of('log') >= 1);
  return {
    seen: { items: sorted(items) },
    awaits: { '//api/collect': 1 },
    varies: ['//api/collect'],
    ignores: ['x-faro-session-id', 'idempotency-key'],
  };
}
