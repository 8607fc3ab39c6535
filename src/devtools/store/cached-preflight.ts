import { type BrowserName, browserRules } from '../../engine';
import { type CachedPreflight, cachedPreflightOf } from '../../exchange/explained/preflight-history';
import type { Entry } from '../../recording/log/entries';
import type { Row } from './store';

interface Recorded {
  readonly entries: readonly Entry[];
  readonly rowOf: (id: string) => Row | null;
  readonly browser: BrowserName;
}

/** The recorded preflight whose cached answer a row did with; null if it made one, or that one was not seen. */
export function cachedPreflight(
  { id, entry: { facts }, verdict }: Row,
  { entries, rowOf, browser }: Recorded,
): CachedPreflight | null {
  const urls = new Set(facts.hops.map(({ url }) => url));
  const earlier = entries.flatMap(({ facts: other }) => {
    if (other.id === id || other.startedAtMs >= facts.startedAtMs) return [];
    const row = other.hops.some(({ url }) => urls.has(url)) ? rowOf(other.id) : null;
    return row ? [{ facts: other, verdict: row.verdict }] : [];
  });
  const lookup = (other: string) => rowOf(other)?.entry.facts;
  return cachedPreflightOf({ facts, verdict }, earlier, lookup, browserRules[browser]);
}
