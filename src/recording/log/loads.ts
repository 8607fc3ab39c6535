import type { Verdict } from '../../exchange/verdict/verdict';
import type { Entry } from './entries';
import { type BlockedBefore, blockedIn, keysOf, type SinceReload, sinceReload } from './since-reload';

/** The current load of a page, and the requests that were blocked in the previous one. */
export interface Loads {
  /** Starts a load: later requests belong to it. */
  begin(atMs: number, isReload: boolean): void;
  /** Corrects the start of the current load. */
  move(atMs: number): void;
  /** Returns how an entry compares with the previous load; null if it was not blocked there. */
  sinceReload(id: string): SinceReload | null;
  /** Call this when the entries change. */
  changed(): void;
}

/** The parts of the log that loads read. */
export interface LoadsContext {
  /** In order of start. */
  readonly entries: () => readonly Entry[];
  readonly verdict: (id: string) => Verdict | undefined;
}

/** Opens an empty list of loads. */
export function openLoads({ entries, verdict }: LoadsContext): Loads {
  let blockedBefore: BlockedBefore = new Map();
  let beganAtMs = 0;
  /** The keys that identify this load's requests; null until they are needed. */
  let keys: ReadonlyMap<string, string> | null = null;

  /** Returns the requests of the current load without preflights. */
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
