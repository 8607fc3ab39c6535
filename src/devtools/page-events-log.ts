import type { PageEventFacts } from '../protocol/page-events';

/** The page events of a log, in order of time, so many at most: the oldest go first. */
export interface PageEvents {
  /** The same array until something changes. */
  readonly all: readonly PageEventFacts[];
  /** How many events the bound pushed out; one that stands for many counts as many. */
  readonly dropped: number;
  keep(events: readonly PageEventFacts[]): void;
  /** Forgets what came before that moment, and what is told of it later; that document's own stays. */
  cut(atMs: number, documentId: string | null): void;
  clear(atMs: number): void;
}

/** No page events yet. */
export function openPageEvents(max: number): PageEvents {
  let kept: PageEventFacts[] = [];
  let all: readonly PageEventFacts[] | null = null;
  let dropped = 0;
  let isWanted: (event: PageEventFacts) => boolean = () => true;

  function cut(atMs: number, documentId: string | null): void {
    isWanted = (event) =>
      event.atMs >= atMs || (documentId !== null && event.frame.documentId === documentId);
    kept = kept.filter(isWanted);
    all = null;
  }

  return {
    get all() {
      all ??= [...kept];
      return all;
    },
    get dropped() {
      return dropped;
    },
    keep(events) {
      const wanted = events.filter(isWanted);
      if (wanted.length === 0) return;
      // Frames tell of the same quarter of a second one after the other.
      const firstMs = wanted.reduce((ms, event) => Math.min(ms, event.atMs), Number.POSITIVE_INFINITY);
      const index = kept.findLastIndex(({ atMs }) => atMs <= firstMs) + 1;
      const tail = [...kept.splice(index), ...wanted].sort((a, b) => a.atMs - b.atMs);
      for (const event of tail) kept.push(event);
      const excess = kept.splice(0, Math.max(0, kept.length - max));
      dropped += excess.reduce((sum, { count }) => sum + count, 0);
      all = null;
    },
    cut,
    clear(atMs) {
      dropped = 0;
      cut(atMs, null);
      kept = [];
    },
  };
}
