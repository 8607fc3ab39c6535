/** A header as it was on the wire: its name in the original letter case, its value as text. */
export type Header = readonly [name: string, value: string];

/** Headers in order, including repeats. @see https://fetch.spec.whatwg.org/#concept-header-list */
export type HeaderList = readonly Header[];

/** @see https://fetch.spec.whatwg.org/#concept-request-mode */
export const modes = ['cors', 'no-cors', 'same-origin', 'navigate', 'websocket', 'webtransport'] as const;
/** A request's mode. */
export type Mode = (typeof modes)[number];

/** A request's credentials mode. @see https://fetch.spec.whatwg.org/#concept-request-credentials-mode */
export type CredentialsMode = 'omit' | 'same-origin' | 'include';

/** A request's redirect mode. @see https://fetch.spec.whatwg.org/#concept-request-redirect-mode */
export type RedirectMode = 'follow' | 'error' | 'manual';

/** @see https://fetch.spec.whatwg.org/#concept-request-response-tainting */
export type ResponseTainting = 'basic' | 'cors' | 'opaque';

/**
 * A serialized origin, such as `https://page.example`. An opaque origin is `null`, as in the Origin header.
 */
export type SerializedOrigin = string;

/**
 * A request at one point of its fetch. Its current URL is the last of `urlList`.
 *
 * Divergence (observability): a browser may never reveal the header list of a request whose preflight failed,
 * only the names that the preflight announced. So a request has those names instead of the header list.
 *
 * @see https://fetch.spec.whatwg.org/#concept-request
 */
export interface FetchRequest {
  readonly method: string;
  readonly mode: Mode;
  readonly credentialsMode: CredentialsMode;
  readonly redirectMode: RedirectMode;
  readonly origin: SerializedOrigin;
  readonly urlList: readonly string[];
  /** The CORS-unsafe request-header names, sorted and in lower case. */
  readonly unsafeHeaderNames: readonly string[];
  /** The use-CORS-preflight flag, set by an upload listener or a streaming body. */
  readonly useCorsPreflight: boolean;
  /** The value that main fetch set on the previous hops. */
  readonly responseTainting: ResponseTainting;
}

/** The parts of a response that the rules read. @see https://fetch.spec.whatwg.org/#concept-response */
export interface FetchResponse {
  readonly status: number;
  readonly headerList: HeaderList;
}

/** One request of a redirect chain and its response. */
export interface Hop {
  readonly url: string;
  readonly method: string;
  readonly unsafeHeaderNames: readonly string[];
  readonly useCorsPreflight: boolean;
  /** The Origin header as sent; null if it was not observed, and then it is computed. */
  readonly sentOrigin: SerializedOrigin | null;
  /** The Origin header of this hop's CORS-preflight request as sent; null if it was not observed. */
  readonly preflightOrigin: SerializedOrigin | null;
  /** The response to this hop's CORS-preflight request; null if none was observed. */
  readonly preflight: FetchResponse | null;
  /** null if none was observed. */
  readonly response: FetchResponse | null;
}

/** A request, its redirects, its preflights and its responses. */
export interface Exchange {
  readonly origin: SerializedOrigin;
  readonly mode: Mode;
  readonly credentialsMode: CredentialsMode;
  readonly redirectMode: RedirectMode;
  /** In order, never empty. */
  readonly hops: readonly Hop[];
}
