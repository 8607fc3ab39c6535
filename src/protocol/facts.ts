import type { TypeOf } from './bounded-schemas';
import type {
  end,
  exchangeFacts,
  frameFacts,
  hopFacts,
  initiator,
  internalRedirect,
  outcome,
  requestClass,
} from './fact-schemas';

/** The class of an exchange, as the user reads it in the first cell of a row. */
export type RequestClass = TypeOf<typeof requestClass>;

/** The outcome of a request. `blocked`: by an origin rule; `failed`: for another reason. */
export type Outcome = TypeOf<typeof outcome>;

/** The kind of client that made a request. */
export type Initiator = TypeOf<typeof initiator>;

/** What redirected a request before it left the browser. */
export type InternalRedirect = TypeOf<typeof internalRedirect>;

/** How an exchange ended. */
export type End = TypeOf<typeof end>;

/** Why an exchange was closed although the browser did not report its end. */
export type ClosedBecause = Extract<End, { how: 'closed' }>['because'];

/** The facts of one request of a redirect chain. null means not seen, which is not "none". */
export type HopFacts = TypeOf<typeof hopFacts>;

/** The facts of an exchange. Facts are added, never edited, and a verdict is not a fact. */
export type ExchangeFacts = TypeOf<typeof exchangeFacts>;

/** A frame of a watched tab. */
export type FrameFacts = TypeOf<typeof frameFacts>;
