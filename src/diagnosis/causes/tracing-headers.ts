import type { Cause } from '../cause';
import { missingLines, missingNames } from '../missing-names';

/** Headers that monitoring scripts add to requests. */
const tracing =
  /^(baggage|sentry-trace|traceparent|tracestate|b3|x-b3-[\w-]+|x-datadog-[\w-]+|newrelic|elastic-apm-traceparent|uber-trace-id|x-honeycomb-trace|x-cloud-trace-context|x-amzn-trace-id|request-id|request-context|x-instana-[tls]|x-rollbar-session|x-logrocket-url|x-highlight-request|x-openreplay-session-token|x-dynatrace[\w-]*|x-dtpc)$/;

/** A monitoring script of the page adds headers that the server does not allow. */
export const tracingHeaders: Cause = {
  actor: 'front-end',
  match(context) {
    const names = missingNames(context).filter((name) => tracing.test(name));
    if (names.length === 0) return null;
    return {
      confidence: 'certain',
      evidence: missingLines(context, names),
      values: { names: names.join(', ') },
    };
  },
};
