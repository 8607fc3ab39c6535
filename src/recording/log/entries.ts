import type { Mode } from '../../engine';
import type { ExchangeFacts, Outcome, RequestClass } from '../../protocol/facts';

/** An exchange in the log. Each new fact makes a new object, so a changed identity means a change. */
export interface Entry {
  readonly facts: ExchangeFacts;
  /** The background's class, based on the facts it had. */
  readonly requestClass: RequestClass;
  readonly outcome: Outcome;
  /** The request's mode according to its verdict. */
  readonly mode: Mode;
}

/** The exchanges of a log. */
export interface Entries {
  /** In order of start. The same array until something changes. */
  readonly all: readonly Entry[];
  get(id: string): Entry | undefined;
  /** Adds an entry, or replaces the one with its id. */
  put(entry: Entry): void;
  remove(ids: Iterable<string>): void;
  /** Returns the ended entries above the limit: the oldest allowed ones first, then the others. */
  excess(): readonly Entry[];
}

const defaultMaxEntries = 100_000;

/** Opens an empty list; `maxEntries` limits how many exchanges are kept. */
export function openEntries(maxEntries = defaultMaxEntries): Entries {
  const byId = new Map<string, Entry>();
  /** Ids in order of start. A new one nearly always goes last. */
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
