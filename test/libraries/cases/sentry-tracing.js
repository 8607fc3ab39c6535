import * as Sentry from '@sentry/browser';
import { api, fetched, ready, xhr } from '../page/tools.js';

const isOfTiming = /^(network\.protocol\.|http\.request\.(?!method))/;

/** Traces cross-origin calls. `/plain` does not allow the tracing headers, so those calls fail. */
export async function page() {
  const breadcrumbs = [];
  const spans = [];
  Sentry.init({
    dsn: `${api.replace('//', '//key@')}/1`,
    integrations: [
      Sentry.browserTracingIntegration({ enableLongAnimationFrame: false, enableLongTask: false }),
    ],
    tracesSampleRate: 1,
    tracePropagationTargets: [api],
    beforeBreadcrumb(breadcrumb) {
      breadcrumbs.push([breadcrumb.category, breadcrumb.data]);
      return breadcrumb;
    },
    beforeSendSpan(span) {
      if (span.op === 'http.client' || span.attributes?.['sentry.op'] === 'http.client') spans.push(span);
      // Whether the browser's timing is there when a span ends depends on how busy the machine is.
      for (const values of [span.attributes ?? {}, span.data ?? {}]) {
        for (const name of Object.keys(values)) if (isOfTiming.test(name)) delete values[name];
      }
      return span;
    },
  });
  await ready;
  const answers = {
    allowed: await fetched(`${api}/open/fetch`),
    blocked: await fetched(`${api}/plain/fetch`),
    posted: await fetched(`${api}/open/post`, { method: 'POST', body: 'x' }),
    allowedXhr: await xhr(`${api}/open/xhr`),
    blockedXhr: await xhr(`${api}/plain/xhr`),
  };
  await Sentry.flush(2000);
  return { seen: { answers, breadcrumbs, spans: String(spans.length) } };
}
