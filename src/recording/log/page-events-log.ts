import type { PageEventFacts, RelayedPageEvent } from '../../protocol/page-events';
import { parsePageEvent } from '../../protocol/parse-page-events';

/** The page events of a log, in order of time. Above a limit, the oldest are dropped. */
export interface PageEvents {
  /** The same array until something changes. */
  readonly all: readonly PageEventFacts[];
  /** How many events were dropped; an event that stands for several counts as many. */
  readonly dropped: number;
  keep(events: readonly RelayedPageEvent[]): void;
  /** Forgets all events before that time, including late ones, except those of that document. */
  cut(atMs: number, documentId: string | null): void;
  clear(atMs: number): void;
}

const defaultMaxPageEvents = 100_000;

/** Opens an empty list of page events. */
export function openPageEvents(max = defaultMaxPageEvents): PageEvents {
  let all: readonly PageEventFacts[] = [];
  let dropped = 0;
  let isWanted: (event: PageEventFacts) => boolean = () => true;

  function cut(fromMs: number, documentId: string | null): void {
    isWanted = ({ atMs, frame }) =>
      atMs >= fromMs || (documentId !== null && frame.documentId === documentId);
    all = all.filter(isWanted);
  }

  return {
    get all() {
      return all;
    },
    get dropped() {
      return dropped;
    },
    keep(events) {
      const wanted = events.flatMap((event) => parsePageEvent(event) ?? []).filter(isWanted);
      if (wanted.length === 0) return;
      // Frames report the same period one after the other.
      const firstMs = Math.min(...wanted.map(({ atMs }) => atMs));
      const index = all.findLastIndex(({ atMs }) => atMs <= firstMs) + 1;
      const late = [...all.slice(index), ...wanted].sort((a, b) => a.atMs - b.atMs);
      const kept = all.slice(0, index).concat(late);
      for (const { count } of kept.splice(0, Math.max(0, kept.length - max))) dropped += count;
      all = kept;
    },
    cut,
    clear(atMs) {
      dropped = 0;
      cut(atMs, null);
      all = [];
    },
  };
}
