import { HoneycombWebSDK } from '@honeycombio/opentelemetry-web';
import { FetchInstrumentation } from '@opentelemetry/instrumentation-fetch';
import { XMLHttpRequestInstrumentation } from '@opentelemetry/instrumentation-xml-http-request';
import { api, fetched, ready, xhr } from '../page/tools.js';

/** Traces cross-origin calls. `/plain` does not allow the tracing headers, so those calls fail. */
export async function page() {
  const options = { propagateTraceHeaderCorsUrls: [new RegExp(api)], ignoreUrls: [/v1\//] };
  new HoneycombWebSDK({
    apiKey: 'key',
    serviceName: 'case',
    endpoint: api,
    skipOptionsValidation: true,
    webVitalsInstrumentationConfig: { enabled: false },
    instrumentations: [new FetchInstrumentation(options), new XMLHttpRequestInstrumentation(options)],
  }).start();
  await ready;
  const answers = [
    await fetched(`${api}/open/fetch`),
    await fetched(`${api}/plain/fetch`),
    await xhr(`${api}/open/xhr`),
    await xhr(`${api}/plain/xhr`),
  ];
  return { seen: { answers }, varies: ['//api/v1/'], ignores: ['traceparent'] };
}
