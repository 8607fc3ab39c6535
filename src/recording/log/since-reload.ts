import { withoutFragment } from '../../exchange/facts/facts';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts } from '../../protocol/facts';

/** What became of a request that was blocked before the page was reloaded. */
export type SinceReload = 'now-allowed' | 'still-blocked' | 'next-reason';

/** The requests that one load of a page had blocked: the reason of each, by what it is recognised by. */
export type BlockedBefore = ReadonlyMap<string, string>;

/**
 * What one load of a page had blocked. `requests` are in order of start, preflights left out; `blocked`
 * gives the verdict on one that was blocked.
 */
export function blockedIn(
  requests: readonly ExchangeFacts[],
  blocked: (id: string) => Verdict | undefined,
): BlockedBefore {
  return new Map(
    [...keysOf(requests)].flatMap(([id, key]): [string, string][] => {
      const verdict = blocked(id);
      return verdict?.outcome === 'blocked' ? [[key, reasonOf(verdict)]] : [];
    }),
  );
}

/** What became of a request; null if it was not blocked before, or if nothing is decided yet. */
export function sinceReload(
  before: BlockedBefore,
  key: string | undefined,
  verdict: Verdict,
): SinceReload | null {
  const reason = key === undefined ? undefined : before.get(key);
  if (reason === undefined) return null;
  if (verdict.outcome === 'allowed' || verdict.outcome === 'opaque') return 'now-allowed';
  if (verdict.outcome !== 'blocked') return null;
  return reasonOf(verdict) === reason ? 'still-blocked' : 'next-reason';
}

/** By what a request is recognised after a reload: method, URL, initiator's origin, and which of its kind it is. */
export function keysOf(requests: readonly ExchangeFacts[]): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    requests.map(({ id, hops: [hop], origin }) => {
      const kind = [hop?.method, withoutFragment(hop?.url ?? ''), origin].join(' ');
      const nth = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, nth);
      return [id, `${nth} ${kind}`];
    }),
  );
}

function reasonOf({ findings }: Verdict): string {
  return findings[0]?.code ?? '';
}
