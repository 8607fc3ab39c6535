import {
  type BrowserRules,
  type CachedRequest,
  type CacheEntry,
  cacheEntriesOf,
  clearCacheEntries,
  type Hop,
  isAnsweredByCache,
} from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import type { Lookup } from '../verdict/infer-request';
import type { Verdict } from '../verdict/verdict';

/** An exchange with its verdict. */
export interface Judged {
  readonly facts: ExchangeFacts;
  readonly verdict: Verdict;
}

/** A preflight whose cached result a later request used. */
export interface CachedPreflight {
  /** The id of its exchange. */
  readonly preflight: string;
  /** The age of its result when the request began. */
  readonly ageMs: number;
  readonly maxAgeSeconds: number;
}

/**
 * Returns the preflight whose cached result `target` used. null if `earlier`, the exchanges that began before
 * it, has none: then it was made before the recording.
 */
export function cachedPreflightOf(
  target: Judged,
  earlier: Iterable<Judged>,
  lookup: Lookup,
  rules: BrowserRules,
): CachedPreflight | null {
  const index = target.facts.hops.findIndex(({ preflight }) => preflight === null);
  const hop = target.verdict.exchange.hops[index];
  if (target.verdict.requestClass !== 'preflighted' || !hop) return null;

  const atMs = target.facts.hops[index]?.startedAtMs ?? target.facts.startedAtMs;
  const wanted = cachedRequest(target.verdict, index, hop);
  const kept = [...earlier]
    .flatMap((judged) => happenings(judged, hop.url, lookup, rules))
    .filter((happening) => happening.atMs <= atMs)
    .sort((a, b) => a.atMs - b.atMs)
    .reduce<readonly Kept[]>(takeIn, []);
  const answer = kept.findLast(({ entries }) =>
    isAnsweredByCache(entries, wanted, atMs, rules.preflightCache),
  );
  if (!answer) return null;
  const maxAgeSeconds = answer.entries[0]?.maxAgeSeconds ?? 0;
  return { preflight: answer.preflight, ageMs: atMs - answer.atMs, maxAgeSeconds };
}

interface Kept {
  readonly preflight: string;
  readonly atMs: number;
  readonly entries: readonly CacheEntry[];
}

/** An event that adds to the cache or clears it. */
type Happening =
  | (Kept & { readonly clears: null })
  | { readonly clears: CachedRequest; readonly atMs: number };

function takeIn(kept: readonly Kept[], happening: Happening): readonly Kept[] {
  if (happening.clears === null) return [...kept, happening];
  const { clears } = happening;
  return kept.map((answer) => ({ ...answer, entries: clearCacheEntries(answer.entries, clears) }));
}

/** Returns what an exchange changed in the cache's entries for a URL. */
function happenings(
  { facts, verdict }: Judged,
  url: string,
  lookup: Lookup,
  rules: BrowserRules,
): readonly Happening[] {
  const failsAt = verdict.findings.find(({ severity }) => severity === 'error');
  return verdict.exchange.hops.flatMap((hop, index): readonly Happening[] => {
    if (hop.url !== url || verdict.requestClass !== 'preflighted') return [];
    const request = cachedRequest(verdict, index, hop);
    const isFailed = failsAt?.hop === index;
    const cleared: readonly Happening[] =
      isFailed && facts.end && rules.preflightCache.isClearedByFailure
        ? [{ clears: request, atMs: facts.end.atMs }]
        : [];
    const id = facts.hops[index]?.preflight ?? null;
    const preflight = id === null ? undefined : lookup(id);
    if (id === null || !preflight || !hop.preflight || (isFailed && failsAt.on === 'preflight'))
      return cleared;
    const atMs = preflight.hops[0]?.headersAtMs ?? preflight.startedAtMs;
    const entries = cacheEntriesOf(request, hop.preflight, atMs, rules.preflightCache);
    return [{ clears: null, preflight: id, atMs, entries }, ...cleared];
  });
}

function cachedRequest({ exchange }: Verdict, index: number, hop: Hop): CachedRequest {
  const { origin, credentialsMode } = exchange;
  const { method, unsafeHeaderNames, useCorsPreflight } = hop;
  const urlList = exchange.hops.slice(0, index + 1).map(({ url }) => url);
  return { origin, credentialsMode, urlList, method, unsafeHeaderNames, useCorsPreflight };
}
