import type { RelayedPageEvent } from '../../protocol/page-events';
import type { openPageEvents, PageEvents } from './page-events-log';

/** What the page events of a log come from. */
export interface LaterPageEventsContext {
  readonly max: number | undefined;
  /** What came meanwhile is there now. */
  readonly onLoaded: () => void;
  readonly load: () => Promise<{ readonly openPageEvents: typeof openPageEvents }>;
}

/** Page events whose parsers are loaded when the first of them come. Until they are there, they wait. */
export function openLaterPageEvents({ max, onLoaded, load }: LaterPageEventsContext): PageEvents {
  let events: PageEvents | null = null;
  let waiting: RelayedPageEvent[] = [];
  let lastCut: Parameters<PageEvents['cut']> | null = null;
  let isLoading = false;

  async function begin(): Promise<void> {
    const { openPageEvents } = await load();
    events = openPageEvents(max);
    if (lastCut) events.cut(...lastCut);
    events.keep(waiting);
    waiting = [];
    onLoaded();
  }

  return {
    get all() {
      return events?.all ?? [];
    },
    get dropped() {
      return events?.dropped ?? 0;
    },
    get waiting() {
      return waiting.length;
    },
    keep(more) {
      if (events) return events.keep(more);
      waiting.push(...more);
      if (isLoading) return;
      isLoading = true;
      begin().catch(console.error);
    },
    cut(...cut) {
      lastCut = cut;
      events?.cut(...cut);
    },
    clear(atMs) {
      lastCut = [atMs, null];
      if (events) events.clear(atMs);
      else waiting = [];
    },
  };
}
