import {
  type BrowserName,
  browserRules,
  type CachedRequest,
  type CacheEntry,
  cacheEntriesOf,
  getHeader,
  isAnsweredByCache,
  isCorsSafelistedMethod,
  originOf,
  preflightMaxAge,
  type SerializedOrigin,
} from '../engine';
import type { Verdict } from '../exchange/verdict/verdict';
import type { ExchangeFacts, HopFacts } from '../protocol/facts';

/** A preflight with the request that it was sent for. */
export interface Preflight {
  readonly facts: ExchangeFacts;
  readonly own: HopFacts;
  readonly request: ExchangeFacts;
  /** The hop of the request. */
  readonly hop: HopFacts;
  readonly url: string;
  readonly server: SerializedOrigin;
  readonly origin: SerializedOrigin;
  readonly method: string;
  /** The header names that it announces, in lower case. */
  readonly names: readonly string[];
  /** null while it is running. */
  readonly tookMs: number | null;
}

/** Returns the preflights of a recording that were paired with a request, in order of start. */
export function preflightsIn({
  exchanges,
  lookup,
}: {
  readonly exchanges: readonly ExchangeFacts[];
  lookup(id: string): ExchangeFacts | undefined;
}): readonly Preflight[] {
  return exchanges.flatMap((facts) => {
    if (!facts.preflightFor) return [];
    const [own] = facts.hops;
    const request = lookup(facts.preflightFor.exchange);
    const hop = request?.hops[facts.preflightFor.hop];
    if (!own || !request || !hop) return [];
    const sent = (name: string) => own.requestHeaders && getHeader(own.requestHeaders, name);
    return [
      {
        facts,
        own,
        request,
        hop,
        url: own.url,
        server: originOf(own.url),
        origin: sent('Origin') ?? facts.origin ?? 'null',
        method: sent('Access-Control-Request-Method') ?? hop.method,
        names: namesIn(sent('Access-Control-Request-Headers')),
        tookMs: facts.end && Math.max(0, facts.end.atMs - facts.startedAtMs),
      },
    ];
  });
}

function namesIn(value: string | null): readonly string[] {
  return (value ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The number of preflights, and the time that they took, as texts. */
export function countAndTime(preflights: readonly Preflight[]): {
  readonly count: string;
  readonly ms: string;
} {
  const ms = preflights.reduce((sum, { tookMs }) => sum + (tookMs ?? 0), 0);
  return { count: String(preflights.length), ms: String(Math.round(ms)) };
}

/** Why the cache did not answer instead of a preflight. */
export type MissReason =
  | 'no-max-age'
  | 'max-age-zero'
  | 'max-age-short'
  | 'bypassed'
  | 'credentials'
  | 'unknown';

/** A preflight that a result which could have been cached makes needless. */
export interface Repeat {
  readonly preflight: Preflight;
  readonly because: MissReason;
}

/** Preflights by URL and origin: what the cache is keyed by. */
export function byCacheKey(preflights: readonly Preflight[]): readonly (readonly Preflight[])[] {
  const groups = new Map<string, Preflight[]>();
  for (const preflight of preflights) {
    const key = `${preflight.origin} ${preflight.url}`;
    const group = groups.get(key);
    if (group) group.push(preflight);
    else groups.set(key, [preflight]);
  }
  return [...groups.values()];
}

/** Returns the preflights of one cache key that would not be sent if results were cached for so long. */
export function savedBy(
  group: readonly Preflight[],
  maxAgeSeconds: number,
  browser: BrowserName,
): readonly { readonly preflight: Preflight; readonly after: Preflight }[] {
  const rules = { ...browserRules[browser].preflightCache, maxAgeLimitSeconds: maxAgeSeconds };
  let entries: readonly CacheEntry[] = [];
  let after: Preflight | null = null;
  const saved: { readonly preflight: Preflight; readonly after: Preflight }[] = [];
  for (const preflight of group) {
    const wanted = cachedRequest(preflight);
    if (after && isAnsweredByCache(entries, wanted, preflight.facts.startedAtMs, rules)) {
      saved.push({ preflight, after });
      continue;
    }
    const { response } = preflight.own;
    if (!response || !isAllowed(preflight)) continue;
    const headerList = [
      ...response.headerList.filter(([name]) => name.toLowerCase() !== 'access-control-max-age'),
      ['Access-Control-Max-Age', String(maxAgeSeconds)] as const,
    ];
    const added = cacheEntriesOf(wanted, { ...response, headerList }, answeredAtMs(preflight), rules);
    entries = [...entries, ...added].slice(-maxEntries);
    after = preflight;
  }
  return saved;
}

/** Older entries have expired, or are repeated by newer ones. */
const maxEntries = 200;

/** Whether its response allowed the request: otherwise nothing is cached. */
function isAllowed({ own: { response }, origin }: Preflight): boolean {
  const allows = response && getHeader(response.headerList, 'Access-Control-Allow-Origin');
  const isOk = response !== null && response.status >= 200 && response.status <= 299;
  return isOk && (allows === '*' || allows === origin);
}

function answeredAtMs({ own, facts }: Preflight): number {
  return own.headersAtMs ?? facts.startedAtMs;
}

function cachedRequest({ origin, url, method, names }: Preflight): CachedRequest {
  return {
    origin,
    urlList: [url],
    credentialsMode: 'include',
    method,
    unsafeHeaderNames: names,
    useCorsPreflight: isCorsSafelistedMethod(method) && names.length === 0,
  };
}

/** Returns why a preflight was sent although an earlier one had allowed the same request. */
export function missReason(
  preflight: Preflight,
  after: Preflight,
  browser: BrowserName,
  verdictOf: (facts: ExchangeFacts) => Verdict,
): MissReason {
  const headerList = after.own.response?.headerList ?? [];
  const rules = browserRules[browser].preflightCache;
  const maxAgeSeconds = preflightMaxAge({ status: 204, headerList }, rules);
  const ageMs = preflight.facts.startedAtMs - answeredAtMs(after);
  if (maxAgeSeconds === 0) return 'max-age-zero';
  if (ageMs >= maxAgeSeconds * 1_000)
    return getHeader(headerList, 'Access-Control-Max-Age') === null ? 'no-max-age' : 'max-age-short';
  if (bypassesCaches(preflight)) return 'bypassed';
  const mode = ({ request }: Preflight) => verdictOf(request).credentialsMode.value === 'include';
  return mode(preflight) === mode(after) ? 'unknown' : 'credentials';
}

/**
 * Whether the browser itself added `no-cache`: for a reload without cache, for a fetch with such a cache mode, or
 * because DevTools disables the cache.
 */
function bypassesCaches({ hop, names }: Preflight): boolean {
  const sent = hop.requestHeaders;
  return sent !== null && !names.includes('pragma') && getHeader(sent, 'Pragma') === 'no-cache';
}
