import type { TypeOf } from './bounded-schemas';
import type { end, exchangeFacts, frameFacts, hopFacts } from './parse-facts';

/** The classes of exchanges; `exchange/verdict` is the one place that chooses one. */
export const exchangeClasses = [
  'same-origin',
  'simple',
  'preflighted',
  'preflight',
  'no-cors',
  'navigation',
  'websocket',
] as const;
/** The first cell of a row: the user's words. */
export type ExchangeClass = (typeof exchangeClasses)[number];

/** The outcomes of exchanges. */
export const outcomes = ['allowed', 'blocked', 'opaque', 'failed', 'pending', 'unknown'] as const;
/** What became of a request. `blocked`: by an origin rule; `failed`: for another reason. */
export type Outcome = (typeof outcomes)[number];

/** Those that can make a request. */
export const initiators = [
  'document',
  'dedicated-worker',
  'shared-worker',
  'service-worker',
  'unknown',
] as const;
/** Who made a request. */
export type Initiator = (typeof initiators)[number];

/** The causes of redirects inside the browser. */
export const internalRedirects = ['hsts', 'upgrade-insecure', 'service-worker', 'extension'] as const;
/** What redirected a request before it left the browser. */
export type InternalRedirect = (typeof internalRedirects)[number];

/** The reasons for which an exchange is closed without an end event. */
export const closedBecause = [
  'document-gone',
  'request-ended',
  'service-worker',
  'redirect-scheme',
  'background-stopped',
  'never-seen',
] as const;
/** Why an exchange was closed although the browser did not report its end. */
export type ClosedBecause = (typeof closedBecause)[number];

/** How an exchange ended. */
export type End = TypeOf<typeof end>;

/** What was seen of one request of a redirect chain. null: not seen, which is not "none". */
export type HopFacts = TypeOf<typeof hopFacts>;

/** What was seen of an exchange. Facts are added, never edited, and a verdict is none of them. */
export type ExchangeFacts = TypeOf<typeof exchangeFacts>;

/** A frame of a watched tab. */
export type FrameFacts = TypeOf<typeof frameFacts>;
