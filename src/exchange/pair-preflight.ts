import { parsePreflightHeaders } from '../engine';
import type { ExchangeFacts, HopFacts } from '../protocol/facts';
import { withoutFragment } from './facts';

/** A CORS-preflight request and the hop it was made for. */
export interface Pair {
  readonly preflight: string;
  readonly exchange: string;
  readonly hop: number;
}

/** The method that a CORS-preflight request asks for; null if these facts are not one's, or not yet. */
export function preflightedMethod({ hops: [hop] }: ExchangeFacts): string | null {
  if (hop?.method !== 'OPTIONS' || !hop.requestHeaders) return null;
  return parsePreflightHeaders(hop.requestHeaders)?.method ?? null;
}

/**
 * Whether these facts are of an OPTIONS request that was stopped before Chrome showed its headers. If
 * another request of its URL was waiting then, it was that one's CORS-preflight request.
 */
export function isStoppedOptions({ hops: [hop], end }: ExchangeFacts): boolean {
  return hop?.method === 'OPTIONS' && hop.requestHeaders === null && end?.how === 'failed';
}

interface Candidate {
  readonly other: ExchangeFacts;
  readonly hop: HopFacts;
  readonly index: number;
}

/**
 * Each CORS-preflight request among `exchanges` with the hop it was made for: same URL, frame, document
 * and method, begun before it and not answered by then; the likeliest, and of equals the first, by time
 * stamp. No browser links the two.
 */
export function pairPreflights(exchanges: Iterable<ExchangeFacts>): readonly Pair[] {
  const all = [...exchanges].sort((a, b) => a.startedAtMs - b.startedAtMs);
  const taken = new Set<HopFacts>();
  const pairs: Pair[] = [];

  for (const preflight of all) {
    const method = preflightedMethod(preflight);
    if (method === null && !isStoppedOptions(preflight)) continue;
    const candidates = all
      .filter(
        (other) =>
          other !== preflight && preflightedMethod(other) === null && isSameContext(other, preflight),
      )
      .flatMap((other) => other.hops.map((hop, index): Candidate => ({ other, hop, index })))
      .filter(({ other, hop, index }) => !taken.has(hop) && isAwaiting(other, index, preflight, method))
      .sort(
        (a, b) => doubtsOf(a, preflight) - doubtsOf(b, preflight) || a.hop.startedAtMs - b.hop.startedAtMs,
      );
    const [first] = candidates;
    if (!first) continue;
    taken.add(first.hop);
    pairs.push({ preflight: preflight.id, exchange: first.other.id, hop: first.index });
  }
  return pairs;
}

/** How long after a request its preflight begins at most: 33 ms were measured. */
const promptMs = 1_000;

/**
 * What speaks against a hop that could have been waiting: that it is long under way, as one whose preflight
 * was cached; in Chrome, that it had gone out; in Firefox, that it lacks a header that was asked for.
 */
function doubtsOf(
  { hop: { startedAtMs, sentAtMs, requestHeaders } }: Candidate,
  preflight: ExchangeFacts,
): number {
  const [asking] = preflight.hops;
  const asked = asking?.requestHeaders ? parsePreflightHeaders(asking.requestHeaders) : null;
  const sent = new Set(requestHeaders?.map(([name]) => name.toLowerCase()));
  const isLong = preflight.startedAtMs - startedAtMs > promptMs;
  const hadGone = sentAtMs !== null && sentAtMs < preflight.startedAtMs;
  const lacksOne = requestHeaders !== null && asked?.unsafeHeaderNames.some((name) => !sent.has(name));
  return (isLong ? 4 : 0) + (hadGone ? 2 : 0) + (lacksOne ? 1 : 0);
}

function isSameContext(a: ExchangeFacts, b: ExchangeFacts): boolean {
  return a.tabId === b.tabId && a.frameId === b.frameId && a.documentId === b.documentId;
}

/** Whether a hop could have been waiting for this preflight; `method` is null where none was shown. */
function isAwaiting(
  { hops, end }: ExchangeFacts,
  index: number,
  preflight: ExchangeFacts,
  method: string | null,
): boolean {
  const hop = hops[index];
  const [asking] = preflight.hops;
  if (!hop || !asking || withoutFragment(hop.url) !== withoutFragment(asking.url)) return false;
  const isOfMethod = method === null ? isUnsent(hop) : hop.method === method;
  const doneAtMs = hop.headersAtMs ?? hops[index + 1]?.startedAtMs ?? end?.atMs ?? Number.POSITIVE_INFINITY;
  return isOfMethod && hop.startedAtMs <= preflight.startedAtMs && doneAtMs >= preflight.startedAtMs;
}

function isUnsent({ method, requestHeaders }: HopFacts): boolean {
  return method !== 'OPTIONS' && requestHeaders === null;
}
