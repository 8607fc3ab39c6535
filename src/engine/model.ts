/** A header as it stood on the wire: its name in the sender's letters, its value as text. */
export type Header = readonly [name: string, value: string];

/** Headers in order, repeats kept. @see https://fetch.spec.whatwg.org/#concept-header-list */
export type HeaderList = readonly Header[];

/** @see https://fetch.spec.whatwg.org/#concept-request-mode */
export const modes = ['cors', 'no-cors', 'same-origin', 'navigate', 'websocket'] as const;
/** A request's mode. */
export type Mode = (typeof modes)[number];

/** A request's credentials mode. @see https://fetch.spec.whatwg.org/#concept-request-credentials-mode */
export type CredentialsMode = 'omit' | 'same-origin' | 'include';

/** A request's redirect mode. @see https://fetch.spec.whatwg.org/#concept-request-redirect-mode */
export type RedirectMode = 'follow' | 'error' | 'manual';

/** @see https://fetch.spec.whatwg.org/#concept-request-response-tainting */
export type ResponseTainting = 'basic' | 'cors' | 'opaque';

/** A serialized origin, such as `https://page.example`; an opaque origin is `null`, as it is sent. */
export type SerializedOrigin = string;

/**
 * A request at one moment of its fetch: its current URL is the last of `urlList`.
 *
 * Divergence (observability): a browser may never show the header list of a request that its
 * preflight stopped, only the names that the preflight asked for. So a request carries those
 * names instead of the list they are computed from.
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
  /** The use-CORS-preflight flag: set by an upload listener or a streaming body. */
  readonly useCorsPreflight: boolean;
  /** What main fetch set it to on the hops before this one. */
  readonly responseTainting: ResponseTainting;
}

/** A response as far as the rules look at it. @see https://fetch.spec.whatwg.org/#concept-response */
export interface FetchResponse {
  readonly status: number;
  readonly headerList: HeaderList;
}

/** One request of a redirect chain with what came back. */
export interface Hop {
  readonly url: string;
  readonly method: string;
  readonly unsafeHeaderNames: readonly string[];
  readonly useCorsPreflight: boolean;
  /** The Origin header as sent; null where none was seen, and then it is computed. */
  readonly sentOrigin: SerializedOrigin | null;
  /** The Origin header of this hop's CORS-preflight request as sent; null where none was seen. */
  readonly preflightOrigin: SerializedOrigin | null;
  /** The response to this hop's CORS-preflight request; null where there was none to see. */
  readonly preflight: FetchResponse | null;
  /** null where none was seen. */
  readonly response: FetchResponse | null;
}

/** A request, its redirects, its preflights and its responses. */
export interface Exchange {
  readonly origin: SerializedOrigin;
  readonly mode: Mode;
  readonly credentialsMode: CredentialsMode;
  readonly redirectMode: RedirectMode;
  /** First to last, never empty. */
  readonly hops: readonly Hop[];
}
