/** Request headers that scripts of others add to a page's requests, and what adds them. */
const sdks: readonly (readonly [names: RegExp, sdk: string])[] = [
  [/^sentry-trace$/, 'Sentry'],
  [/^baggage$/, 'Sentry, OpenTelemetry'],
  [/^(traceparent|tracestate)$/, 'OpenTelemetry'],
  [/^(b3|x-b3-[\w-]+)$/, 'Zipkin'],
  [/^x-datadog-[\w-]+$/, 'Datadog'],
  [/^newrelic$/, 'New Relic'],
  [/^elastic-apm-traceparent$/, 'Elastic APM'],
  [/^uber-trace-id$/, 'Jaeger'],
  [/^x-honeycomb-trace$/, 'Honeycomb'],
  [/^x-cloud-trace-context$/, 'Google Cloud Trace'],
  [/^x-amzn-trace-id$/, 'AWS X-Ray'],
  [/^(request-id|request-context)$/, 'Application Insights'],
  [/^x-instana-[tls]$/, 'Instana'],
  [/^x-rollbar-session$/, 'Rollbar'],
  [/^x-logrocket-url$/, 'LogRocket'],
  [/^x-highlight-request$/, 'Highlight'],
  [/^x-openreplay-session-token$/, 'OpenReplay'],
  [/^(x-dynatrace[\w-]*|x-dtpc)$/, 'Dynatrace'],
];

/** Returns what adds a header of this name, in lower case, for monitoring; null if that is not known. */
export function sdkOf(name: string): string | null {
  return sdks.find(([names]) => names.test(name))?.[1] ?? null;
}
