import { parsePreflightHeaders } from '../../engine';
import type { ExchangeFacts, HopFacts } from '../../protocol/facts';
import { bareUrl } from './request-url';

/** A CORS-preflight request and the hop that it was made for. */
export interface Pair {
  readonly preflight: string;
  readonly exchange: string;
  readonly hop: number;
}

/**
 * Returns the method that a CORS-preflight request announces; null if the exchange is not one, or not yet
 * known to be.
 */
export function preflightedMethod({ hops: [hop] }: ExchangeFacts): string | null {
  if (hop?.method !== 'OPTIONS' || !hop.requestHeaders) return null;
  return parsePreflightHeaders(hop.requestHeaders)?.method ?? null;
}

/**
 * Whether this is an OPTIONS request that was blocked before Chrome showed its headers. If another request
 * for its URL was waiting, it was the CORS-preflight request of that one.
 */
export function isStoppedOptions({ hops: [hop], end }: ExchangeFacts): boolean {
  return hop?.method === 'OPTIONS' && hop.requestHeaders === null && end?.how === 'failed';
}

interface Candidate {
  readonly other: ExchangeFacts;
  readonly hop: HopFacts;
  readonly index: number;
  /** Without its fragment and userinfo. */
  readonly url: string;
  /** The names of the sent headers, in lower case; null if the browser did not show them. */
  readonly sentNames: ReadonlySet<string> | null;
}

/**
 * Pairs each CORS-preflight request among `exchanges` with its hop: same URL, frame, document and method,
 * started before it and not yet answered. The likeliest wins; among equals, the earliest. Browsers do not
 * link the two.
 */
export function pairPreflights(exchanges: Iterable<ExchangeFacts>): readonly Pair[] {
  const all = [...exchanges].sort((a, b) => a.startedAtMs - b.startedAtMs);
  const methods = new Map(all.map((facts) => [facts, preflightedMethod(facts)]));
  const waiting = new Set(
    all
      .filter((other) => methods.get(other) === null)
      .flatMap(candidatesOf)
      .sort((a, b) => a.hop.startedAtMs - b.hop.startedAtMs),
  );
  const pairs: Pair[] = [];

  for (const preflight of all) {
    const method = methods.get(preflight) ?? null;
    if (method === null && !isStoppedOptions(preflight)) continue;
    const found = likeliest(waiting, preflight, method);
    if (!found) continue;
    waiting.delete(found);
    pairs.push({ preflight: preflight.id, exchange: found.other.id, hop: found.index });
  }
  return pairs;
}

// All requests for a URL are paired again with each of its preflights, so the headers are parsed only once.
function candidatesOf(other: ExchangeFacts): readonly Candidate[] {
  return other.hops.map((hop, index) => {
    const { requestHeaders } = hop;
    const sentNames = requestHeaders && new Set(requestHeaders.map(([name]) => name.toLowerCase()));
    return { other, hop, index, url: bareUrl(hop.url), sentNames };
  });
}

/** Returns the waiting hop with the least doubt, earliest first; null if none fits. */
function likeliest(
  waiting: Iterable<Candidate>,
  preflight: ExchangeFacts,
  method: string | null,
): Candidate | null {
  const [asking] = preflight.hops;
  const url = bareUrl(asking?.url ?? '');
  const asked = asking?.requestHeaders ? parsePreflightHeaders(asking.requestHeaders) : null;
  let found: Candidate | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of waiting) {
    if (least === 0 || candidate.hop.startedAtMs > preflight.startedAtMs) break;
    if (candidate.url !== url || !isSameContext(candidate.other, preflight)) continue;
    if (!isAwaiting(candidate, preflight, method)) continue;
    const doubts = doubtsOf(candidate, preflight, asked?.unsafeHeaderNames ?? []);
    if (doubts >= least) continue;
    found = candidate;
    least = doubts;
  }
  return found;
}

/** How long after its request a preflight may begin; 33 ms were measured. */
const promptMs = 1_000;

/**
 * Returns how doubtful a waiting hop is: it began long ago, as if its preflight was cached; it was sent before this
 * preflight was answered; or it lacks an announced header. Chrome sends a request after its preflight's answer.
 * Firefox shows every request as sent when it begins, so there only the names of headers tell requests apart.
 */
function doubtsOf(
  { hop: { startedAtMs, sentAtMs }, sentNames }: Candidate,
  preflight: ExchangeFacts,
  asked: readonly string[],
): number {
  const isLong = preflight.startedAtMs - startedAtMs > promptMs;
  const answeredAtMs = preflight.hops[0]?.headersAtMs ?? preflight.end?.atMs ?? Number.POSITIVE_INFINITY;
  const hadGone = sentAtMs !== null && sentAtMs < answeredAtMs;
  const lacksOne = sentNames !== null && asked.some((name) => !sentNames.has(name));
  return (isLong ? 4 : 0) + (hadGone ? 2 : 0) + (lacksOne ? 1 : 0);
}

function isSameContext(a: ExchangeFacts, b: ExchangeFacts): boolean {
  return a.tabId === b.tabId && a.frameId === b.frameId && a.documentId === b.documentId;
}

/**
 * Whether a hop can have waited for this preflight; `method` is null if the preflight's headers are unknown.
 */
function isAwaiting(
  { other: { hops, end }, hop, index }: Candidate,
  preflight: ExchangeFacts,
  method: string | null,
): boolean {
  const isOfMethod = method === null ? isUnsent(hop) : hop.method === method;
  const doneAtMs = hop.headersAtMs ?? hops[index + 1]?.startedAtMs ?? end?.atMs ?? Number.POSITIVE_INFINITY;
  return isOfMethod && hop.startedAtMs <= preflight.startedAtMs && doneAtMs >= preflight.startedAtMs;
}

function isUnsent({ method, requestHeaders }: HopFacts): boolean {
  return method !== 'OPTIONS' && requestHeaders === null;
}
