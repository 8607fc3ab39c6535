import { init as initApm } from '@elastic/apm-rum';
import { api, fetched, ready, sorted, until, xhr } from '../page/tools.js';

/** Traces cross-origin calls. `/plain` does not allow the tracing headers, so those calls fail. */
export async function page() {
  const apm = initApm({
    serviceName: 'case',
    serverUrl: api,
    distributedTracingOrigins: [api],
    propagateTracestate: true,
    disableInstrumentations: ['page-load', 'history', 'eventtarget', 'click'],
    breakdownMetrics: false,
    monitorLongtasks: false,
    flushInterval: 100,
  });
  const told = { transactions: [], errors: [] };
  apm.addFilter((payload) => {
    for (const kind of ['transactions', 'errors']) told[kind].push(...(payload[kind] ?? []));
    return payload;
  });
  await ready;
  // One transaction for all calls. An automatic one could end between two of them.
  const transaction = apm.startTransaction('calls', 'custom', { managed: true });
  transaction.block(true);
  const answers = [
    await fetched(`${api}/open/fetch`),
    await fetched(`${api}/plain/fetch`),
    await xhr(`${api}/open/xhr`),
    await xhr(`${api}/plain/xhr`),
  ];
  const spans = transaction.spans.map(({ name, type, subtype, outcome, context }) => ({
    name,
    type,
    subtype,
    outcome,
    context,
  }));
  transaction.block(false);
  transaction.end();
  try {
    new XMLHttpRequest().open('TRACE', api);
  } catch (error) {
    apm.captureError(error);
  }
  setTimeout(() => {
    throw new Error('uncaught');
  });
  await until(() => told.transactions.length >= 1 && told.errors.length >= 2);
  return {
    seen: {
      answers,
      spans: sorted(spans),
      transactions: told.transactions.map(({ name, type }) => ({ name, type })),
      errors: sorted(told.errors.map(({ culprit, exception }) => ({ culprit, exception }))),
    },
    awaits: { '//api/intake': 1 },
    varies: ['//api/intake'],
    ignores: ['id', 'trace_id', 'parent_id', 'transaction_id', 'traceparent'],
  };
}
