import { maxEventsASecond, type ToldWords } from '../protocol/content';

/** A page event that may be told, or only counted. */
export interface BudgetedEvent extends ToldWords {
  readonly [word: string]: unknown;
}

/** How many page events a frame may tell. */
export interface Budget {
  /** Whether an event may be told; one that may not is counted. */
  admits(event: BudgetedEvent): boolean;
  /** Those that were only counted since the last time: one for each kind, direction and end. */
  counted(): readonly BudgetedEvent[];
}

/** So many events a second. */
export function openBudget(): Budget {
  const over = new Map<string, BudgetedEvent>();
  let left = maxEventsASecond / 2;
  let sinceMs = 0;
  return {
    admits(event) {
      const nowMs = Date.now();
      if (nowMs - sinceMs >= 1_000) [left, sinceMs] = [maxEventsASecond / 2, nowMs];
      if (left-- > 0) return true;
      const key = [event.kind, event.direction, event.call, event.end].join(' ');
      const first = over.get(key);
      const bare = 'callSite' in event ? { ...event, callSite: null } : event;
      over.set(key, first ? { ...first, count: first.count + event.count } : bare);
      return false;
    },
    counted() {
      const events = [...over.values()];
      over.clear();
      return events;
    },
  };
}
