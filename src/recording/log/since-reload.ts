import { withoutFragment } from '../../exchange/facts/request-url';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts } from '../../protocol/facts';

/** The outcome of a request that was blocked before the page was reloaded. */
export type SinceReload = 'now-allowed' | 'still-blocked' | 'next-reason';

/** The requests blocked in one load of a page: their reasons, by their keys. */
export type BlockedBefore = ReadonlyMap<string, string>;

/**
 * Returns the requests that one load of a page had blocked. `requests` are in order of start without
 * preflights; `blocked` returns the verdict on a blocked one.
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

/**
 * Returns how a request compares with the previous load; null if it was not blocked there or has no verdict
 * yet.
 */
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

/**
 * Returns keys that identify requests across a reload: method, URL, initiator's origin, and position among
 * equal ones.
 */
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
