/** A library, and how its case is run. */
export interface Library {
  /** Names the file in cases/. */
  readonly name: string;
  /** Whether it is one of those that are always run. */
  readonly always?: boolean;
}

/** Every library that is run with and without the extension. */
export const libraries: readonly Library[] = [
  { name: 'axios', always: true },
  { name: 'comlink', always: true },
  { name: 'datadog-rum', always: true },
  { name: 'elastic-apm', always: true },
  { name: 'msw', always: true },
  { name: 'opentelemetry', always: true },
  { name: 'penpal', always: true },
  { name: 'posthog', always: true },
  { name: 'rrweb', always: true },
  { name: 'sentry', always: true },
  { name: 'sentry-tracing', always: true },
  { name: 'ses', always: true },
  { name: 'socket-io', always: true },
  { name: 'zone', always: true },
];
