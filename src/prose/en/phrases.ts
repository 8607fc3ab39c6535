import { parseUrl } from '../../engine';
import type { Outcome } from '../../protocol/facts';
import type { FindingContext } from '../finding-prose';
import { hostOf } from '../short-url';

export type Place = 'response' | 'preflight';

export const quote = (value: string | null | undefined) => `“${value ?? ''}”`;
export const list = (names: string | null | undefined) => (names ?? '').split(',').filter(Boolean).join(', ');
export const server = ({ url }: FindingContext) => `On ${hostOf(url)}`;
export const includesCredentials = ({ evidence }: FindingContext) => evidence.credentialsMode === 'include';
export const asked = ({ evidence, origin }: FindingContext) => evidence.requestOrigin ?? origin;
export const page = (context: FindingContext) =>
  asked(context) === 'null' ? 'the page (Origin: null)' : `the page at ${asked(context)}`;
export const from = (context: FindingContext) =>
  asked(context) === 'null' ? 'with Origin: null' : `from ${asked(context)}`;
export const errorText = ({ evidence }: FindingContext) => (evidence.error ? ` (${evidence.error})` : '');
/** The recorded header of the page's document, as the end of a sentence; empty if it was not recorded. */
export const sentWith = ({ evidence: { document, header, policy } }: FindingContext) =>
  policy ? `; ${document ?? 'its document'} was sent with ${header ?? ''}: ${policy}` : '';
export const ofDocument = ({ evidence: { document } }: FindingContext) => (document ? ` of ${document}` : '');
export const method = ({ evidence, method }: FindingContext) => evidence.method ?? method;
export const statusOf = ({ evidence }: FindingContext) =>
  evidence.status ? ` (status ${evidence.status})` : '';
export const typeOf = ({ evidence }: FindingContext) =>
  evidence.contentType ? `Content-Type ${quote(evidence.contentType)}` : 'no usable Content-Type';

export const answer = (context: FindingContext, on: Place) =>
  on === 'response'
    ? `the response to ${context.method} ${context.url}`
    : `the preflight response from ${context.url}`;

/** Whether the response has an error status, which a missing header hides from the page. */
export const isError = ({ status }: FindingContext) => status !== null && (status < 200 || status > 299);

/** The response as it was seen, with the status that a missing header hides from the page. */
export const seenAnswer = (context: FindingContext, on: Place) =>
  isError(context) ? `${answer(context, on)} (status ${context.status})` : answer(context, on);

export const consequence = (context: FindingContext, on: Place) =>
  on === 'response'
    ? `${page(context)} cannot read it`
    : `the ${method(context)} request ${from(context)} was not sent`;

export const beforeAuthentication =
  ' Handle preflights before authentication and routing: a preflight never carries cookies or Authorization.';

export function originOf(url: string): string {
  return parseUrl(url)?.origin ?? url;
}

export function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export const endings: Readonly<Record<Outcome, string>> = {
  allowed: 'was allowed',
  blocked: 'was blocked',
  opaque: 'was allowed',
  failed: 'failed',
  pending: 'is pending',
  unknown: 'has an unknown outcome',
};
