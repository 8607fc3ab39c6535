import type { TypeOf } from './bounded-schemas';
import type {
  documentPolicies,
  end,
  exchangeFacts,
  frameFacts,
  hopFacts,
  initiator,
  internalRedirect,
  networkPermissions,
  outcome,
  requestClass,
  requestKind,
} from './fact-schemas';

/** The class of an exchange, as the user reads it in the first cell of a row. */
export type RequestClass = TypeOf<typeof requestClass>;

/** The outcome of a request. `blocked`: by an origin rule; `failed`: for another reason. */
export type Outcome = TypeOf<typeof outcome>;

/** What a request is for. The background maps webRequest's resource type to it, once. */
export type RequestKind = TypeOf<typeof requestKind>;

/** The kind of client that made a request. */
export type Initiator = TypeOf<typeof initiator>;

/** What redirected a request before it left the browser. */
export type InternalRedirect = TypeOf<typeof internalRedirect>;

/** What a frame may do in the local network. */
export type NetworkPermissions = TypeOf<typeof networkPermissions>;

/** What decides about the connections of a document. */
export type DocumentPolicies = TypeOf<typeof documentPolicies>;

/** How an exchange ended. */
export type End = TypeOf<typeof end>;

/** Why an exchange was closed although the browser did not report its end. */
export type ClosedBecause = Extract<End, { how: 'closed' }>['because'];

/** The facts of one request of a redirect chain. null means not seen, which is not "none". */
export type HopFacts = TypeOf<typeof hopFacts>;

/** Returns the status of a hop's response, also if only Resource Timing shows it; null if there is none. */
export function statusOf({ response, timedStatus }: HopFacts): number | null {
  return response?.status ?? timedStatus;
}

/** The facts of an exchange. Facts are added, never edited, and a verdict is not a fact. */
export type ExchangeFacts = TypeOf<typeof exchangeFacts>;

/** A frame of a watched tab. */
export type FrameFacts = TypeOf<typeof frameFacts>;
