import type { PreflightCacheRules } from './browsers';
import { allowedMethods } from './cors-preflight-fetch';
import { extractTokens, headerValues } from './headers';
import { isCorsSafelistedMethod } from './methods';
import type { FetchRequest, FetchResponse, SerializedOrigin } from './model';
import { serializeRequestOrigin } from './origin';
import { isNonWildcardRequestHeaderName } from './safelist';

const defaultSeconds = 5;

/**
 * An entry that one preflight added to the cache, either for a method or for a header name.
 *
 * Divergence (observability): the network partition key is not visible. All entries of one tab share it while
 * its top-level document stays on one site.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache
 */
export interface CacheEntry {
  readonly origin: SerializedOrigin;
  /** Includes the query and the fragment; a different one makes a different entry. */
  readonly url: string;
  /** Whether the request behind the entry had the credentials mode "include". */
  readonly credentials: boolean;
  readonly method: string | null;
  /** In lower case. */
  readonly headerName: string | null;
  readonly maxAgeSeconds: number;
  readonly expiresAtMs: number;
}

/** The parts of a request that the cache reads. */
export type CachedRequest = Pick<
  FetchRequest,
  'origin' | 'urlList' | 'credentialsMode' | 'method' | 'unsafeHeaderNames' | 'useCorsPreflight'
>;

/**
 * Returns how long the result of a preflight may be cached, in seconds: the header's value, at most this
 * browser's limit, or 5 if the header is missing.
 *
 * Divergence (browsers): Chrome caches a malformed value for the default time and a negative one not at all;
 * Firefox caches neither.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export function preflightMaxAge(response: FetchResponse, rules: PreflightCacheRules): number {
  const values = headerValues(response.headerList, 'Access-Control-Max-Age');
  const [value] = values;
  if (value === undefined) return defaultSeconds;
  if (values.length === 1 && /^\d+$/.test(value)) return Math.min(Number(value), rules.maxAgeLimitSeconds);
  return /^-\d+$/.test(value) ? 0 : (rules.malformedSeconds ?? 0);
}

/**
 * Returns the entries that a preflight adds if it allowed the request it was made for.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache-create-entry
 */
export function cacheEntriesOf(
  request: CachedRequest,
  response: FetchResponse,
  atMs: number,
  rules: PreflightCacheRules,
): readonly CacheEntry[] {
  const maxAgeSeconds = preflightMaxAge(response, rules);
  const methods = allowedMethods(request, response, true);
  const names = extractTokens(response.headerList, 'Access-Control-Allow-Headers');
  if (maxAgeSeconds === 0 || methods === 'failure' || names === 'failure') return [];
  const isKept = (item: string) => item !== '*' || rules.keepsWildcards;
  const base = {
    origin: serializeRequestOrigin(request),
    url: request.urlList.at(-1) ?? '',
    credentials: request.credentialsMode === 'include',
    maxAgeSeconds,
    expiresAtMs: atMs + maxAgeSeconds * 1000,
  };
  return [
    ...methods.filter(isKept).map((method) => ({ ...base, method, headerName: null })),
    ...(names ?? [])
      .filter(isKept)
      .map((name) => ({ ...base, method: null, headerName: name.toLowerCase() })),
  ];
}

/**
 * Whether the entries cover `request` at that time, so that no preflight is sent.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-fetch
 */
export function isAnsweredByCache(
  entries: readonly CacheEntry[],
  request: CachedRequest,
  atMs: number,
  rules: PreflightCacheRules,
): boolean {
  const matching = entries.filter((entry) => isCacheEntryMatch(entry, request, atMs, rules));
  const { method, unsafeHeaderNames, useCorsPreflight } = request;
  const isMethodCached = matching.some((entry) => entry.method === method || entry.method === '*');
  const isMethodSafe = isCorsSafelistedMethod(method) && !useCorsPreflight;
  return (
    (isMethodCached || isMethodSafe) && unsafeHeaderNames.every((name) => isHeaderNameCached(matching, name))
  );
}

/** @see https://fetch.spec.whatwg.org/#concept-cache-match-header */
function isHeaderNameCached(entries: readonly CacheEntry[], name: string): boolean {
  return entries.some(
    ({ headerName }) => headerName === name || (headerName === '*' && !isNonWildcardRequestHeaderName(name)),
  );
}

/** @see https://fetch.spec.whatwg.org/#concept-cache-match */
function isCacheEntryMatch(
  entry: CacheEntry,
  request: CachedRequest,
  atMs: number,
  rules: PreflightCacheRules,
): boolean {
  const includes = request.credentialsMode === 'include';
  const isForThese =
    entry.credentials === includes || (entry.credentials && rules.isSharedWithoutCredentials);
  return entry.expiresAtMs > atMs && isOfSameKey(entry, request) && isForThese;
}

/**
 * Returns the entries without those of this request's URL and origin, which a failed request clears.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache-clear
 */
export function clearCacheEntries(
  entries: readonly CacheEntry[],
  request: CachedRequest,
): readonly CacheEntry[] {
  return entries.filter((entry) => !isOfSameKey(entry, request));
}

function isOfSameKey({ origin, url }: CacheEntry, request: CachedRequest): boolean {
  return origin === serializeRequestOrigin(request) && url === request.urlList.at(-1);
}
