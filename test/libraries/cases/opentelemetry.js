import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { DocumentLoadInstrumentation } from '@opentelemetry/instrumentation-document-load';
import { FetchInstrumentation } from '@opentelemetry/instrumentation-fetch';
import { XMLHttpRequestInstrumentation } from '@opentelemetry/instrumentation-xml-http-request';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { WebTracerProvider } from '@opentelemetry/sdk-trace-web';
import { api, fetched, ready, until, xhr } from '../page/tools.js';

/** Traces cross-origin calls. `/plain` does not allow the tracing headers, so those calls fail. */
export async function page() {
  const memory = new InMemorySpanExporter();
  const exporter = new OTLPTraceExporter({ url: `${api}/v1/traces` });
  const provider = new WebTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(memory), new SimpleSpanProcessor(exporter)],
  });
  provider.register();
  const options = { propagateTraceHeaderCorsUrls: [new RegExp(api)], ignoreUrls: [/v1\/traces/] };
  registerInstrumentations({
    instrumentations: [
      new DocumentLoadInstrumentation(),
      new FetchInstrumentation(options),
      new XMLHttpRequestInstrumentation(options),
    ],
  });
  await ready;
  const answers = [
    await fetched(`${api}/open/fetch`),
    await fetched(`${api}/plain/fetch`),
    await fetched(new Request(`${api}/open/request`, { method: 'PUT', body: 'x' })),
    await xhr(`${api}/open/xhr`),
    await xhr(`${api}/plain/xhr`),
  ];
  const finished = () => memory.getFinishedSpans();
  await until(() => finished().length >= 8);
  const spans = finished().map(({ name, kind, status, attributes, events }) => ({
    name,
    kind,
    status,
    attributes: { ...attributes, 'http.user_agent': '' },
    // The spans of documents depend on the time of painting.
    events: /^document/.test(name) ? [] : events.map((event) => event.name),
  }));
  spans.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  return { seen: { answers, spans }, varies: ['//api/v1/traces'], ignores: ['traceparent'] };
}
