import type { HeaderList, SerializedOrigin } from '../engine';
import type { PageWord } from './page-hints';

/** The first cell of a row: the user's words. `exchange/verdict/judge.ts` is the one place that chooses them. */
export type ExchangeClass =
  | 'same-origin'
  | 'simple'
  | 'preflighted'
  | 'preflight'
  | 'no-cors'
  | 'navigation'
  | 'websocket';

/** What became of a request. `blocked`: by an origin rule; `failed`: for another reason. */
export type Outcome = 'allowed' | 'blocked' | 'opaque' | 'failed' | 'pending' | 'unknown';

/** Who made a request. */
export type Initiator = 'document' | 'dedicated-worker' | 'shared-worker' | 'service-worker' | 'unknown';

/** Who sent a request elsewhere before it left the browser. */
export type InternalRedirect = 'hsts' | 'upgrade-insecure' | 'service-worker' | 'extension';

/** Why an exchange was closed without the browser having said that it ended. */
export type ClosedBecause =
  | 'document-gone'
  | 'request-ended'
  | 'service-worker'
  | 'redirect-scheme'
  | 'background-stopped'
  | 'never-seen';

/** How an exchange ended. */
export type End =
  | { readonly how: 'completed'; readonly atMs: number; readonly status: number }
  | { readonly how: 'failed'; readonly atMs: number; readonly error: string }
  | { readonly how: 'closed'; readonly atMs: number; readonly because: ClosedBecause };

/** What was seen of one request of a redirect chain. null: not seen, which is not "none". */
export interface HopFacts {
  readonly url: string;
  readonly method: string;
  readonly startedAtMs: number;
  readonly requestHeaders: HeaderList | null;
  /** When its headers were shown as sent; Firefox shows so before its preflight goes out. */
  readonly sentAtMs: number | null;
  readonly status: number | null;
  readonly responseHeaders: HeaderList | null;
  readonly headersAtMs: number | null;
  /** Where the browser said that it goes next. */
  readonly redirectedTo: string | null;
  readonly internal: InternalRedirect | null;
  readonly responseStartedAtMs: number | null;
  readonly fromCache: boolean | null;
  readonly serverIp: string | null;
  /** The browser asked a person for a name and a password. */
  readonly askedForLogin: boolean;
  /** The exchange that is this hop's CORS-preflight request. */
  readonly preflight: string | null;
}

/** What was seen of an exchange. Facts are added, never edited, and a verdict is none of them. */
export interface ExchangeFacts {
  /** Unique in a log. */
  readonly id: string;
  /** The browser's own id; '' if the request never reached webRequest. */
  readonly requestId: string;
  /** −1 for a request of a shared or service worker. */
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string | null;
  readonly initiator: Initiator;
  /** webRequest's resource type, as this browser names it. */
  readonly type: string;
  /** The request's origin; null where there is none, as for an address typed by a person. */
  readonly origin: SerializedOrigin | null;
  /**
   * Of a frame's document: the origins of those around it when it was asked for, the nearest first. null where
   * they were not known, and of all other requests.
   */
  readonly ancestors: readonly SerializedOrigin[] | null;
  readonly startedAtMs: number;
  /** First to last, never empty. */
  readonly hops: readonly HopFacts[];
  readonly end: End | null;
  /** This exchange is the CORS-preflight request of that hop. */
  readonly preflightFor: { readonly exchange: string; readonly hop: number } | null;
  /** What the page says of it; null where nothing was heard. Joined in the log, never in the background. */
  readonly page: PageWord | null;
}

/** A frame of a watched tab. */
export interface FrameFacts {
  readonly frameId: number;
  readonly parentFrameId: number;
  readonly documentId: string | null;
  readonly url: string;
  readonly origin: SerializedOrigin;
}
