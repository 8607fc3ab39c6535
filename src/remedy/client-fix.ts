import type { Exchange, FindingCode, HeaderList, LocatedFinding } from '../engine';

/** The element that made a request, as far as its markup decides. */
export interface ClientElement {
  /** As in markup, such as `img`. */
  readonly name: string;
  readonly crossOrigin: 'anonymous' | 'use-credentials' | null;
}

/** A request as the code of its page made it. */
export interface ClientRequest {
  readonly exchange: Exchange;
  /** The finding that its browser acts on; null if it passed, or if several fit. */
  readonly finding: Pick<LocatedFinding, 'code' | 'hop' | 'on'> | null;
  /** The codes of the causes that fit, with their values. */
  readonly causes: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** How script made it; null if an element did, or if that is not known. */
  readonly api: 'fetch' | 'xhr' | 'event-source' | 'beacon' | null;
  readonly element: ClientElement | null;
  /** The headers that the page set, as they were sent. */
  readonly headers: HeaderList;
  /** Whether it carried anything that only credentials do: a cookie, sent or set, or HTTP authentication. */
  readonly usesCredentials: boolean;
  /** Where the redirect that failed leads, if that is the same resource; null if there is none. */
  readonly finalUrl: string | null;
}

/** A change of the page's own code. */
export interface ClientChange {
  readonly before: string;
  /** Empty: the code is removed. */
  readonly after: string;
  /** The request as it is then, up to what was recorded; null if rules do not read what changes. */
  readonly changed: Exchange | null;
}

/** Writes what to change in a page's code; null if the page is not wrong in that way. */
export type WriteClientFix = (request: ClientRequest) => ClientChange | null;

/** Returns text as a string literal of JavaScript. */
export function literal(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped.replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, unicode)}'`;
}

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Returns text as an attribute's value in markup. */
export function attribute(text: string): string {
  return `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
}

/** Whether a finding has one of these codes, of a preflight or of a response. */
export function isCode({ finding }: ClientRequest, ...codes: readonly FindingCode[]): boolean {
  return finding !== null && codes.includes(finding.code);
}
