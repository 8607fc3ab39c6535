import type { RequestEvent } from '../exchange/facts/facts';
import type { TabKind } from '../platform/tab-kind';
import type { WatchedTab } from './watched-tab';

/** How long events wait for the start of their request. */
const strayMs = 5_000;

/** The requests of shared and service workers, which belong to no tab. */
export interface WorkerRequests {
  /**
   * Sends an event to each watched tab of the same kind that shows a document of the worker's origin. If the kind
   * is not known (null), no tab gets the request, and each of these tabs counts it.
   */
  receive(event: RequestEvent, kind: TabKind | null): void;
  /** Drops events whose request never started here. */
  sweep(nowMs: number): void;
  clear(): void;
}

type Receiver = Pick<WatchedTab, 'frames' | 'kind' | 'has' | 'receive' | 'withhold'>;

/** No requests yet. */
export function openWorkerRequests(tabs: () => Iterable<Receiver>): WorkerRequests {
  /** Events that came before the start of their request. */
  const strays = new Map<string, RequestEvent[]>();
  return {
    receive(event, kind) {
      const { requestId } = event;
      const receiving = [...tabs()].filter((tab) => tab.has(requestId));
      if (receiving.length > 0) {
        for (const tab of receiving) tab.receive(event);
      } else if (event.type === 'started') {
        const held = strays.get(requestId) ?? [];
        strays.delete(requestId);
        for (const tab of tabs()) {
          if (!tab.frames.some(({ origin }) => origin === event.origin)) continue;
          if (kind === null) tab.withhold();
          if (kind === tab.kind) for (const each of [event, ...held]) tab.receive(each);
        }
      } else {
        strays.set(requestId, [...(strays.get(requestId) ?? []), event]);
      }
    },
    sweep(nowMs) {
      for (const [id, [first]] of strays) if (first && first.atMs < nowMs - strayMs) strays.delete(id);
    },
    clear: () => strays.clear(),
  };
}
