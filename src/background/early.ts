import type { RequestEvent } from '../exchange/facts/facts';
import type { ToWatcher } from '../protocol/messages';

/** How many messages of pages are kept until a watcher comes back. */
const maxMessages = 200;
/** How many events of requests are kept. */
const maxEvents = 100_000;

/** What one tab's watcher has missed. */
export interface EarlyOfTab {
  /** In the order in which they happened. */
  readonly events: readonly RequestEvent[];
  readonly messages: readonly ToWatcher[];
  /** How many requests, and how many page events and hints, there was no room for. */
  readonly lost: { readonly requests: number; readonly hints: number };
}

/** What happens in tabs whose watchers have not come back after a stop of the background. */
export interface Early {
  keepEvent(tabId: number, event: RequestEvent): void;
  /** Keeps what a tab's pages report. */
  keepMessage(tabId: number, message: ToWatcher): void;
  /** Returns what was kept for a tab, once. */
  take(tabId: number): EarlyOfTab;
  /** Drops the events of all tabs except these. */
  keepEventsOf(tabIds: ReadonlySet<number>): void;
  clear(): void;
}

interface Waiting {
  events: RequestEvent[];
  messages: ToWatcher[];
  lost: { requests: number; hints: number };
}

/** Keeps nothing yet. The bounds are for all tabs together. */
export function openEarly(): Early {
  const tabs = new Map<number, Waiting>();
  let [events, messages] = [0, 0];
  const waitingOf = (tabId: number) => {
    const waiting = tabs.get(tabId) ?? { events: [], messages: [], lost: { requests: 0, hints: 0 } };
    tabs.set(tabId, waiting);
    return waiting;
  };
  return {
    keepEvent(tabId, event) {
      const waiting = waitingOf(tabId);
      if (events < maxEvents) {
        events++;
        waiting.events.push(event);
      } else if (event.type === 'started') {
        waiting.lost.requests++;
      }
    },
    keepMessage(tabId, message) {
      const waiting = waitingOf(tabId);
      if (messages < maxMessages) {
        messages++;
        waiting.messages.push(message);
      } else {
        waiting.lost.hints += sizeOf(message);
      }
    },
    take(tabId) {
      const waiting = waitingOf(tabId);
      tabs.delete(tabId);
      events -= waiting.events.length;
      messages -= waiting.messages.length;
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
      [events, messages] = [0, 0];
    },
  };
}

/** How many page events or hints a message contains. */
function sizeOf(message: ToWatcher): number {
  if (message.type === 'page-events') return message.pageEvents.reduce((sum, { count }) => sum + count, 0);
  return message.type === 'page-hints' ? message.hints.length + message.dropped : 0;
}
