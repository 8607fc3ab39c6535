import type { RequestEvent } from '../exchange/facts/facts';
import type { ToWatcher } from '../protocol/messages';

/** Batches of what pages told that wait for a watcher to come back. */
const maxTold = 200;
/** Events of requests that wait likewise. */
const maxEvents = 100_000;

/** What waits for one tab's watcher. */
export interface EarlyOfTab {
  /** In the order in which they happened. */
  readonly events: readonly RequestEvent[];
  readonly told: readonly ToWatcher[];
  /** How many requests, and how much of what pages told, there was no room for. */
  readonly lost: { readonly requests: number; readonly hints: number };
}

/** What is heard of tabs whose watchers are yet to come back after a stop of the background. */
export interface Early {
  /** Keeps an event of a request. */
  hear(tabId: number, event: RequestEvent): void;
  /** Keeps what a tab's pages told. */
  tell(tabId: number, message: ToWatcher): void;
  /** Gives what there is of a tab, once. */
  take(tabId: number): EarlyOfTab;
  /** Forgets all events but those of these tabs. */
  keepEventsOf(tabIds: ReadonlySet<number>): void;
  clear(): void;
}

interface Waiting {
  events: RequestEvent[];
  told: ToWatcher[];
  lost: { requests: number; hints: number };
}

/** Nothing is heard yet. The bounds are for all tabs together. */
export function openEarly(): Early {
  const tabs = new Map<number, Waiting>();
  let [events, told] = [0, 0];
  const of = (tabId: number) => {
    const waiting = tabs.get(tabId) ?? { events: [], told: [], lost: { requests: 0, hints: 0 } };
    tabs.set(tabId, waiting);
    return waiting;
  };
  return {
    hear(tabId, event) {
      const waiting = of(tabId);
      if (events < maxEvents) {
        events++;
        waiting.events.push(event);
      } else if (event.type === 'started') {
        waiting.lost.requests++;
      }
    },
    tell(tabId, message) {
      const waiting = of(tabId);
      if (told < maxTold) {
        told++;
        waiting.told.push(message);
      } else {
        waiting.lost.hints += toldBy(message);
      }
    },
    take(tabId) {
      const waiting = of(tabId);
      tabs.delete(tabId);
      events -= waiting.events.length;
      told -= waiting.told.length;
      return { ...waiting, events: waiting.events.sort((one, other) => one.atMs - other.atMs) };
    },
    keepEventsOf(tabIds) {
      for (const [tabId, waiting] of tabs) {
        if (tabIds.has(tabId)) continue;
        events -= waiting.events.length;
        waiting.events = [];
        waiting.lost.requests = 0;
      }
    },
    clear() {
      tabs.clear();
      [events, told] = [0, 0];
    },
  };
}

/** How much a message of a page's tells. */
function toldBy(message: ToWatcher): number {
  if (message.type === 'page-events') return message.pageEvents.reduce((sum, { count }) => sum + count, 0);
  return message.type === 'page-hints' ? message.hints.length + message.dropped : 0;
}
