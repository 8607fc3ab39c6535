import type { Mode } from '../../engine';
import type { ExchangeClass, ExchangeFacts, Outcome } from '../../protocol/facts';

/** An exchange in the log. A new object each time a fact joins, so that identity tells of change. */
export interface Entry {
  readonly facts: ExchangeFacts;
  /** As the background classified it, on the facts it had. */
  readonly class: ExchangeClass;
  readonly outcome: Outcome;
  /** The request's mode, as its verdict has it. */
  readonly mode: Mode;
}

/** The exchanges of a log. */
export interface Entries {
  /** In order of start. The same array until something changes. */
  readonly all: readonly Entry[];
  get(id: string): Entry | undefined;
  /** Takes an entry in, in the place of what was known of it. */
  put(entry: Entry): void;
  remove(ids: Iterable<string>): void;
  /** What is over the bound: the oldest that passed first, those that were blocked last; none that is open. */
  excess(): readonly Entry[];
}

const defaultMaxEntries = 100_000;

/** No exchanges yet, and never more than `maxEntries` that have ended. */
export function openEntries(maxEntries = defaultMaxEntries): Entries {
  const byId = new Map<string, Entry>();
  /** Ids by start. Nearly always a new one is the last. */
  let order: string[] = [];
  let all: readonly Entry[] | null = [];
  const startOf = (id: string) => byId.get(id)?.facts.startedAtMs ?? 0;

  const entries: Entries = {
    get all() {
      all ??= order.flatMap((id) => byId.get(id) ?? []);
      return all;
    },
    get: (id) => byId.get(id),
    put(entry) {
      const { id, startedAtMs } = entry.facts;
      const known = byId.get(id);
      byId.set(id, entry);
      all = null;
      if (known?.facts.startedAtMs === startedAtMs) return;
      if (known) order.splice(order.indexOf(id), 1);
      const index = order.findLastIndex((other) => startOf(other) <= startedAtMs) + 1;
      order.splice(index, 0, id);
    },
    remove(ids) {
      for (const id of ids) byId.delete(id);
      order = order.filter((id) => byId.has(id));
      all = null;
    },
    excess() {
      const count = byId.size - maxEntries;
      if (count <= 0) return [];
      const isPassed = ({ outcome }: Entry) => outcome === 'allowed' || outcome === 'opaque';
      const ended = entries.all.filter(({ facts }) => facts.end !== null);
      return [...ended.filter(isPassed), ...ended.filter((entry) => !isPassed(entry))].slice(0, count);
    },
  };
  return entries;
}
