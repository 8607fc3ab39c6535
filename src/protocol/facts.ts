import type { TypeOf } from './bounded-schemas';
import type {
  end,
  exchangeClass,
  exchangeFacts,
  frameFacts,
  hopFacts,
  initiator,
  internalRedirect,
  outcome,
} from './fact-schemas';

/** The first cell of a row: the user's words. */
export type ExchangeClass = TypeOf<typeof exchangeClass>;

/** What became of a request. `blocked`: by an origin rule; `failed`: for another reason. */
export type Outcome = TypeOf<typeof outcome>;

/** Who made a request. */
export type Initiator = TypeOf<typeof initiator>;

/** What redirected a request before it left the browser. */
export type InternalRedirect = TypeOf<typeof internalRedirect>;

/** How an exchange ended. */
export type End = TypeOf<typeof end>;

/** Why an exchange was closed although the browser did not report its end. */
export type ClosedBecause = Extract<End, { how: 'closed' }>['because'];

/** What was seen of one request of a redirect chain. null: not seen, which is not "none". */
export type HopFacts = TypeOf<typeof hopFacts>;

/** What was seen of an exchange. Facts are added, never edited, and a verdict is none of them. */
export type ExchangeFacts = TypeOf<typeof exchangeFacts>;

/** A frame of a watched tab. */
export type FrameFacts = TypeOf<typeof frameFacts>;
