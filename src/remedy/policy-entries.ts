import { comment } from './config-text';
import type { CorsPolicy } from './policy';
import type { StackComments } from './stack';

/** A header of a policy whose value does not depend on the origin, and what it is for. */
export interface PolicyEntry {
  readonly header: string;
  readonly value: string;
  readonly comment: string;
}

/** The headers of a policy besides Vary. */
export interface PolicyEntries {
  /** On every response. */
  readonly always: readonly PolicyEntry[];
  /** On responses to preflights; empty if no request needs one. */
  readonly onPreflight: readonly PolicyEntry[];
}

/** The headers with which an application behind a proxy could allow more than the policy. */
export const policyHeaders = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Expose-Headers',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Max-Age',
] as const;

/** Returns the headers of a policy that have fixed values. */
export function entriesOf(policy: CorsPolicy, comments: StackComments): PolicyEntries {
  const { methods, requestHeaders, exposedHeaders, credentials, maxAgeSeconds } = policy;
  const entry = (header: string, values: readonly string[], text: string): readonly PolicyEntry[] =>
    values.length > 0
      ? [{ header: `Access-Control-${header}`, value: values.join(', '), comment: text }]
      : [];
  const always = [
    ...entry('Allow-Credentials', credentials ? ['true'] : [], comments.credentials),
    ...entry('Expose-Headers', exposedHeaders, comments.exposed),
  ];
  const onPreflight = [
    ...entry('Allow-Methods', methods, comments.methods),
    ...entry('Allow-Headers', requestHeaders, comments.requestHeaders),
    ...entry('Max-Age', maxAgeSeconds === null ? [] : [String(maxAgeSeconds)], comments.maxAge),
  ];
  return { always, onPreflight };
}

/** Writes each header as a line, below a comment that says what it is for. `mark` begins a comment. */
export function entryLines(
  entries: readonly PolicyEntry[],
  mark: string,
  write: (entry: PolicyEntry) => string,
): string | null {
  if (entries.length === 0) return null;
  return entries.map((entry) => `${comment(mark, entry.comment)}\n${write(entry)}`).join('\n');
}
