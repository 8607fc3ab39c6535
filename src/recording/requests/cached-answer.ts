import { type FetchResponse, getHeader, type HeaderList } from '../../engine';
import { withoutFragment } from '../../exchange/facts/request-url';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts, HopFacts } from '../../protocol/facts';

/** An earlier response that the HTTP cache may have answered a blocked request with. */
export interface CachedAnswer {
  /** The id of the exchange that it was the response of. */
  readonly exchange: string;
  readonly ageMs: number;
}

/**
 * Returns a lookup for the earlier response that may have been used for a response that failed its CORS check;
 * null if the recording has none. A cache that is not told `Vary: Origin` uses a response for every origin, and
 * Chrome does not show whether a blocked response came from the cache.
 */
export function cachedAnswersIn(
  exchanges: readonly ExchangeFacts[],
): (facts: ExchangeFacts, verdict: Verdict) => CachedAnswer | null {
  let byUrl: ReadonlyMap<string, readonly ExchangeFacts[]> | null = null;
  return (facts, verdict) => {
    const hop = failedHop(facts, verdict);
    if (!hop || !canBeCached(hop)) return null;
    byUrl ??= groupedByUrl(exchanges);
    for (const earlier of (byUrl.get(withoutFragment(hop.url)) ?? []).toReversed()) {
      const used = earlier.id === facts.id ? undefined : earlier.hops.find((other) => isUsedFor(other, hop));
      if (used) return { exchange: earlier.id, ageMs: hop.startedAtMs - used.startedAtMs };
    }
    return null;
  };
}

function groupedByUrl(exchanges: readonly ExchangeFacts[]): ReadonlyMap<string, readonly ExchangeFacts[]> {
  const groups = new Map<string, ExchangeFacts[]>();
  for (const facts of exchanges) {
    for (const url of new Set(facts.hops.map((hop) => withoutFragment(hop.url)))) {
      const group = groups.get(url);
      if (group) group.push(facts);
      else groups.set(url, [facts]);
    }
  }
  return groups;
}

/** Returns the hop whose response failed the CORS check, for certain or as one of several possibilities. */
function failedHop(facts: ExchangeFacts, { findings, candidates, outcome }: Verdict): HopFacts | null {
  if (outcome !== 'blocked' && outcome !== 'unknown') return null;
  const isCorsFailure = (code: string) => /^allow-(origin|credentials)-/.test(code);
  const failed = findings.find(({ code, on }) => on === 'response' && isCorsFailure(code));
  if (!failed && !candidates.some(isCorsFailure)) return null;
  return facts.hops[failed?.hop ?? facts.hops.length - 1] ?? null;
}

/** Whether a request may have been answered from the cache. */
function canBeCached({ method, response, fromCache, requestHeaders }: HopFacts): boolean {
  const directives = directivesOf(requestHeaders ?? [], 'Cache-Control');
  return (
    method === 'GET' &&
    response !== null &&
    fromCache !== false &&
    !directives.some((one) => /^no-/.test(one))
  );
}

function isUsedFor(source: HopFacts, hop: HopFacts): boolean {
  const { response } = source;
  return (
    response !== null &&
    hop.response !== null &&
    source.method === 'GET' &&
    source.startedAtMs < hop.startedAtMs &&
    withoutFragment(source.url) === withoutFragment(hop.url) &&
    source.requestHeaders !== null &&
    getHeader(source.requestHeaders, 'Origin') !== getHeader(hop.requestHeaders ?? [], 'Origin') &&
    isSameResponse(response, hop.response) &&
    !directivesOf(response.headerList, 'Vary').some((name) => name === '*' || name === 'origin') &&
    isFresh(response, hop.startedAtMs - (source.headersAtMs ?? source.startedAtMs))
  );
}

/** Whether both can be one response: a server writes a new Date into each. */
function isSameResponse(a: FetchResponse, b: FetchResponse): boolean {
  const isEqual = (name: string) => getHeader(a.headerList, name) === getHeader(b.headerList, name);
  return (
    a.status === b.status && ['Date', 'ETag', 'Last-Modified', 'Access-Control-Allow-Origin'].every(isEqual)
  );
}

/** @see https://httpwg.org/specs/rfc9111.html#calculating.freshness.lifetime */
function isFresh({ headerList }: FetchResponse, ageMs: number): boolean {
  const directives = directivesOf(headerList, 'Cache-Control');
  if (directives.some((one) => one === 'no-store' || one === 'no-cache')) return false;
  const maxAge = directives.find((one) => one.startsWith('max-age='))?.slice('max-age='.length);
  if (maxAge !== undefined) return Number(maxAge) * 1_000 > ageMs;
  const atOf = (name: string) => Date.parse(getHeader(headerList, name) ?? '');
  const expiresIn = atOf('Expires') - atOf('Date');
  // Without an explicit lifetime, browsers use a tenth of the time since the last change.
  const heuristic = (atOf('Date') - atOf('Last-Modified')) / 10;
  return (Number.isNaN(expiresIn) ? heuristic : expiresIn) > ageMs;
}

function directivesOf(list: HeaderList, name: string): readonly string[] {
  return (getHeader(list, name) ?? '').split(',').map((part) => part.trim().toLowerCase());
}
