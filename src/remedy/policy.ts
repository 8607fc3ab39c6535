import { type Exchange, isCorsSafelistedMethod, isToken, type SerializedOrigin } from '../engine';
import { type Asked, askedOf } from './asked';

/**
 * The CORS policy of a server: which pages may call it, how, and what of its responses they can read. Methods
 * and headers that need no permission are not part of it.
 */
export interface CorsPolicy {
  /** The allowed origins, sorted; `*` for all of them, which excludes credentials. Never contains `null`. */
  readonly origins: readonly SerializedOrigin[] | '*';
  /** Sorted, without those that need no permission: GET, HEAD and POST. */
  readonly methods: readonly string[];
  /** In lower case and sorted. */
  readonly requestHeaders: readonly string[];
  /** The response headers that scripts can read, sorted, in the letter case of the server. */
  readonly exposedHeaders: readonly string[];
  readonly credentials: boolean;
  /** How long browsers may keep the response to a preflight; null if no request needs one. */
  readonly maxAgeSeconds: number | null;
}

/** A recorded request that should pass. */
export interface WantedRequest {
  readonly exchange: Exchange;
  /** The response headers that its page needs to read. */
  readonly exposedHeaders: readonly string[];
}

/**
 * Why no CORS policy lets a request pass.
 *
 * - `opaque-origin`: its origin is opaque, and it or another request has credentials. No server can name such an
 *   origin, and `*` does not allow credentials
 * - `method`: its method is not a token, so no list can contain it
 */
export type UnsolvedBecause = 'opaque-origin' | 'method';

/** The smallest policy of a server for some requests. */
export interface RequiredPolicy {
  readonly policy: CorsPolicy;
  /** The indexes of the requests that it does not let pass. */
  readonly unsolved: ReadonlyMap<number, UnsolvedBecause>;
}

/** Chrome keeps the response to a preflight for two hours at most. */
const usefulMaxAgeSeconds = 7_200;

/**
 * Returns the smallest policy under which a server lets the requests pass: each part of it is needed by one of
 * them. Requests that do not ask this server across origins add nothing.
 */
export function requiredPolicy(server: SerializedOrigin, wanted: readonly WantedRequest[]): RequiredPolicy {
  const asking = wanted.map((request, index) => ({
    ...request,
    index,
    hops: askedOf(server, request.exchange),
    isCredentialed: request.exchange.credentialsMode === 'include',
  }));
  const hasMethod = asking.filter(({ hops }) => hops.length > 0 && hops.every(isListable));
  const isNamed = ({ hops }: (typeof asking)[number]) => hops.every(({ origin }) => origin !== 'null');
  const credentials = hasMethod.some((request) => request.isCredentialed && isNamed(request));
  const solved = hasMethod.filter((request) => isNamed(request) || (!credentials && !request.isCredentialed));
  const [isSolved, isListed] = [new Set(solved), new Set(hasMethod)];
  const because = (request: (typeof asking)[number]): readonly [number, UnsolvedBecause][] =>
    request.hops.length === 0 || isSolved.has(request)
      ? []
      : [[request.index, isListed.has(request) ? 'opaque-origin' : 'method']];

  const asked = solved.flatMap(({ hops }) => hops);
  const preflighted = asked.filter(({ isPreflighted }) => isPreflighted);
  const policy: CorsPolicy = {
    origins: solved.every(isNamed) ? distinct(asked.map(({ origin }) => origin)) : '*',
    methods: distinct(preflighted.map(({ method }) => method).filter(isUnsafe)),
    requestHeaders: distinct(preflighted.flatMap(({ unsafeHeaderNames }) => unsafeHeaderNames)),
    exposedHeaders: distinctNames(solved.flatMap(({ exposedHeaders }) => exposedHeaders)),
    credentials,
    maxAgeSeconds: preflighted.length > 0 ? usefulMaxAgeSeconds : null,
  };
  return { policy, unsolved: new Map(asking.flatMap(because)) };
}

const isUnsafe = (method: string) => !isCorsSafelistedMethod(method);

/** Whether a list in a header can contain the method of a request, if it has to. */
function isListable({ isPreflighted, method }: Asked): boolean {
  return !isPreflighted || isToken(method);
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

/** Header names that differ in more than letter case; of several spellings the first. */
function distinctNames(names: readonly string[]): readonly string[] {
  const byLowerCase = new Map(names.toReversed().map((name) => [name.toLowerCase(), name]));
  return [...byLowerCase.values()].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}
