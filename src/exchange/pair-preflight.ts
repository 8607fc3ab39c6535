import { parsePreflightHeaders } from '../engine';
import type { ExchangeFacts, HopFacts } from '../protocol/facts';

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
 * Each CORS-preflight request among `exchanges` with the hop it was made for: same URL, frame, document
 * and method, begun before it and not answered by then; first in, first out, by time stamp. No browser
 * links the two.
 */
export function pairPreflights(exchanges: Iterable<ExchangeFacts>): readonly Pair[] {
  const all = [...exchanges].sort((a, b) => a.startedAtMs - b.startedAtMs);
  const taken = new Set<HopFacts>();
  const pairs: Pair[] = [];

  for (const preflight of all) {
    const method = preflightedMethod(preflight);
    if (method === null) continue;
    const candidates = all
      .filter(
        (other) =>
          other !== preflight && preflightedMethod(other) === null && isSameContext(other, preflight),
      )
      .flatMap((other) => other.hops.map((hop, index) => ({ other, hop, index })))
      .filter(({ hop }) => !taken.has(hop) && isAwaiting(hop, preflight, method))
      .sort((a, b) => a.hop.startedAtMs - b.hop.startedAtMs);
    const [first] = candidates;
    if (!first) continue;
    taken.add(first.hop);
    pairs.push({ preflight: preflight.id, exchange: first.other.id, hop: first.index });
  }
  return pairs;
}

function isSameContext(a: ExchangeFacts, b: ExchangeFacts): boolean {
  return a.tabId === b.tabId && a.frameId === b.frameId && a.documentId === b.documentId;
}

function isAwaiting(hop: HopFacts, preflight: ExchangeFacts, method: string): boolean {
  const answeredAtMs = hop.headersAtMs ?? Number.POSITIVE_INFINITY;
  const { startedAtMs, hops } = preflight;
  return (
    hop.url === hops[0]?.url &&
    hop.method === method &&
    hop.startedAtMs <= startedAtMs &&
    answeredAtMs >= startedAtMs
  );
}
