import { parsePreflightHeaders } from '../../engine';
import type { ExchangeFacts, HopFacts } from '../../protocol/facts';
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
  /** Without its fragment. */
  readonly url: string;
  /** The names of the headers that were shown as sent, in lower case; null where none were. */
  readonly sentNames: ReadonlySet<string> | null;
}

/**
 * Each CORS-preflight request among `exchanges` with the hop it was made for: same URL, frame, document
 * and method, begun before it and not answered by then; the likeliest, and of equals the first, by time
 * stamp. No browser links the two.
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

// Many requests of one URL are paired anew with each of their preflights: a header is read once for all.
function candidatesOf(other: ExchangeFacts): readonly Candidate[] {
  return other.hops.map((hop, index) => {
    const { requestHeaders } = hop;
    const sentNames = requestHeaders && new Set(requestHeaders.map(([name]) => name.toLowerCase()));
    return { other, hop, index, url: withoutFragment(hop.url), sentNames };
  });
}

/** Of those waiting, in order of their beginning, the one that least speaks against; null if none fits. */
function likeliest(
  waiting: Iterable<Candidate>,
  preflight: ExchangeFacts,
  method: string | null,
): Candidate | null {
  const [asking] = preflight.hops;
  const url = withoutFragment(asking?.url ?? '');
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

/** How long after a request its preflight begins at most: 33 ms were measured. */
const promptMs = 1_000;

/**
 * What speaks against a hop that could have been waiting: that it is long under way, as one whose preflight
 * was cached; in Chrome, that it had gone out; in Firefox, that it lacks a header that was asked for.
 */
function doubtsOf(
  { hop: { startedAtMs, sentAtMs }, sentNames }: Candidate,
  preflight: ExchangeFacts,
  asked: readonly string[],
): number {
  const isLong = preflight.startedAtMs - startedAtMs > promptMs;
  const hadGone = sentAtMs !== null && sentAtMs < preflight.startedAtMs;
  const lacksOne = sentNames !== null && asked.some((name) => !sentNames.has(name));
  return (isLong ? 4 : 0) + (hadGone ? 2 : 0) + (lacksOne ? 1 : 0);
}

function isSameContext(a: ExchangeFacts, b: ExchangeFacts): boolean {
  return a.tabId === b.tabId && a.frameId === b.frameId && a.documentId === b.documentId;
}

/** Whether a hop could have been waiting for this preflight; `method` is null where none was shown. */
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
