import type { Verdict } from '../../exchange/verdict/verdict';
import type { Entry } from './entries';
import { type BlockedBefore, blockedIn, keysOf, type SinceReload, sinceReload } from './since-reload';

/** The loads of a page: the one that is shown, and what the one before had blocked. */
export interface Loads {
  /** A page was loaded: what begins from that moment on is its own. */
  begin(atMs: number, isReload: boolean): void;
  /** The load that is shown began at another moment than it seemed. */
  move(atMs: number): void;
  /** What became of an entry that was blocked when the page was loaded the last time. */
  sinceReload(id: string): SinceReload | null;
  /** The entries changed. */
  changed(): void;
}

/** What loads need of the log. */
export interface LoadsContext {
  /** In order of start. */
  readonly entries: () => readonly Entry[];
  readonly verdict: (id: string) => Verdict | undefined;
}

/** No load yet. */
export function openLoads({ entries, verdict }: LoadsContext): Loads {
  let blockedBefore: BlockedBefore = new Map();
  let beganAtMs = 0;
  /** By what the requests of this load are recognised; null until somebody asks. */
  let keys: ReadonlyMap<string, string> | null = null;

  /** The requests of the load that is shown, preflights left out. */
  const requests = () =>
    entries().filter(({ facts }) => facts.preflightFor === null && facts.startedAtMs >= beganAtMs);

  return {
    begin(atMs, isReload) {
      const gone = requests().filter(({ facts }) => facts.startedAtMs < atMs);
      const blocked = new Set(gone.flatMap(({ facts, outcome }) => (outcome === 'blocked' ? facts.id : [])));
      blockedBefore = isReload
        ? blockedIn(
            gone.map(({ facts }) => facts),
            (id) => (blocked.has(id) ? verdict(id) : undefined),
          )
        : new Map();
      beganAtMs = atMs;
    },
    move(atMs) {
      beganAtMs = atMs;
    },
    sinceReload(id) {
      const found = blockedBefore.size > 0 ? verdict(id) : undefined;
      if (!found) return null;
      keys ??= keysOf(requests().map(({ facts }) => facts));
      return sinceReload(blockedBefore, keys.get(id), found);
    },
    changed() {
      keys = null;
    },
  };
}
