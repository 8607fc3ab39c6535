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

/** Returns the recorded preflight whose cached response a request used; null if none was recorded. */
export function cachedPreflight(
  target: Judged,
  { exchanges, verdictOf, lookup }: Earlier,
  rules: BrowserRules,
): CachedPreflight | null {
  const { id, hops, startedAtMs } = target.facts;
  const urls = new Set(hops.map(({ url }) => url));
  const earlier = exchanges
    .filter((other) => other.id !== id && other.startedAtMs < startedAtMs)
    .filter((other) => other.hops.some(({ url }) => urls.has(url)))
    .map((facts) => ({ facts, verdict: verdictOf(facts) }));
  return cachedPreflightOf(target, earlier, lookup, rules);
}
