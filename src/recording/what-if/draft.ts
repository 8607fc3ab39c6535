import type { CredentialsMode, Mode, RedirectMode } from '../../engine';
import type { RequestKind } from '../../protocol/facts';

/** The responses of one request of a redirect chain, as text. Empty: not known. */
export interface DraftHop {
  /** The head of the response to its preflight. */
  readonly preflight: string;
  /** The head of its response: a status line, which can be left out if it is 200, and one header per line. */
  readonly response: string;
}

/** An exchange that the user edits. Every text is kept as it was typed, also if it is not valid yet. */
export interface Draft {
  readonly origin: string;
  readonly kind: RequestKind;
  readonly mode: Mode;
  readonly credentialsMode: CredentialsMode;
  readonly redirectMode: RedirectMode;
  readonly method: string;
  readonly url: string;
  /** The headers that the page sets, one per line. A name alone is a header whose value is not known. */
  readonly headers: string;
  /** Whether an upload listener or a streaming body makes a preflight necessary. */
  readonly isUpload: boolean;
  /** The requested URL, and then the target of each redirect. Never empty. */
  readonly hops: readonly DraftHop[];
}

/** The longest text of a field that is read, in characters. */
export const maxDraftText = 20_000;

/** A request to another origin, whose response has no CORS headers. */
export const emptyDraft: Draft = {
  origin: 'https://app.example',
  kind: 'fetch',
  mode: 'cors',
  credentialsMode: 'same-origin',
  redirectMode: 'follow',
  method: 'GET',
  url: 'https://api.example/items',
  headers: '',
  isUpload: false,
  hops: [{ preflight: '', response: 'HTTP/1.1 200\nContent-Type: application/json' }],
};
