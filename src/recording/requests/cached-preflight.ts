import type { BrowserRules } from '../../engine';
import {
  type CachedPreflight,
  cachedPreflightOf,
  type Judged,
} from '../../exchange/explained/preflight-history';
import type { Lookup } from '../../exchange/verdict/infer-request';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts } from '../../protocol/facts';

/** The recorded exchanges to search for a cached preflight. */
interface Earlier {
  readonly exchanges: readonly ExchangeFacts[];
  readonly lookup: Lookup;
  verdictOf(facts: ExchangeFacts): Verdict;
}

/**
 * Returns a function that finds the recorded preflight whose cached response a request used; null if none was recorded.
 */
export function cachedPreflightsIn(
  { exchanges, verdictOf, lookup }: Earlier,
  rules: BrowserRules,
): (target: Judged) => CachedPreflight | null {
  let byUrl: ReadonlyMap<string, readonly ExchangeFacts[]> | null = null;
  return (target) => {
    byUrl ??= exchangesByUrl(exchanges);
    const { id, hops, startedAtMs } = target.facts;
    const sharing = new Set(hops.flatMap(({ url }) => byUrl?.get(url) ?? []));
    const earlier = [...sharing]
      .filter((other) => other.id !== id && other.startedAtMs < startedAtMs)
      .map((facts) => ({ facts, verdict: verdictOf(facts) }));
    return cachedPreflightOf(target, earlier, lookup, rules);
  };
}

function exchangesByUrl(exchanges: readonly ExchangeFacts[]): ReadonlyMap<string, readonly ExchangeFacts[]> {
  const byUrl = new Map<string, ExchangeFacts[]>();
  for (const facts of exchanges) {
    for (const url of new Set(facts.hops.map((hop) => hop.url))) {
      const list = byUrl.get(url) ?? [];
      list.push(facts);
      byUrl.set(url, list);
    }
  }
  return byUrl;
}
