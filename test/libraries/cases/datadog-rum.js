import { datadogRum } from '@datadog/browser-rum';
import { api, fetched, ready, until, xhr } from '../page/tools.js';

/** Traces cross-origin calls. `/plain` does not allow the tracing headers, so those calls fail. */
export async function page() {
  const events = [];
  datadogRum.init({
    applicationId: 'application',
    clientToken: 'token',
    service: 'case',
    proxy: `${api}/datadog`,
    sessionSampleRate: 100,
    sessionReplaySampleRate: 0,
    trackUserInteractions: false,
    trackLongTasks: false,
    traceSampleRate: 100,
    allowedTracingUrls: [{ match: api, propagatorTypes: ['datadog', 'tracecontext'] }],
    beforeSend({ type, resource, error, _dd }) {
      if (type === 'error')
        events.push({ type, error: { ...error, id: '', handling_stack: error.handling_stack } });
      const isCall = type === 'resource' && ['fetch', 'xhr'].includes(resource.type);
      if (!isCall) return true;
      const { method, status_code, url } = resource;
      events.push({ type, method, status_code, url, kind: resource.type, traced: Boolean(_dd.trace_id) });
      return true;
    },
  });
  await ready;
  await until(() => datadogRum.getInternalContext()?.session_id);
  const answers = [
    await fetched(`${api}/open/fetch`),
    await fetched(`${api}/plain/fetch`),
    await xhr(`${api}/open/xhr`),
    await xhr(`${api}/plain/xhr`),
    await fetched(`${api}/closed/missing`, { mode: 'no-cors' }),
  ];
  setTimeout(() => {
    throw new Error('uncaught');
  });
  console.error('by the console', new TypeError('given'));
  try {
    new XMLHttpRequest().open('TRACE', api);
  } catch (error) {
    datadogRum.addError(error);
  }
  const of = (kind) => events.filter(({ type }) => type === kind).length;
  await until(() => of('resource') >= 5 && of('error') >= 3);
  events.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  return { seen: { answers, events }, leaves: true, awaits: { '//api/datadog': 1 }, ...reports };
}

const reports = {
  varies: ['//api/datadog'],
  ignores: ['ddforward', 'traceparent', 'tracestate'].concat(ids()),
};

function ids() {
  return ['x-datadog-trace-id', 'x-datadog-parent-id', 'baggage'];
}
