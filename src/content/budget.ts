import { maxEventsPerSecond, type UnparsedEvent } from '../protocol/content';
import { openRate } from './rate';

/** A page event that is either sent in full or only counted. */
export interface BudgetedEvent extends UnparsedEvent {
  readonly [word: string]: unknown;
}

/** Limits how many page events a frame sends in full. */
export interface Budget {
  /** Whether an event may be sent in full. An event that may not is counted. */
  admits(event: BudgetedEvent): boolean;
  /** Returns what was only counted since the last call: one event for each kind, direction, call and end. */
  counted(): readonly BudgetedEvent[];
}

/** Opens a budget of `maxEventsASecond / 2` events a second. */
export function openBudget(): Budget {
  const over = new Map<string, BudgetedEvent>();
  const isWithin = openRate(maxEventsPerSecond / 2);
  return {
    admits(event) {
      if (isWithin()) return true;
      const key = [event.kind, event.direction, event.call, event.end].join(' ');
      const first = over.get(key);
      const bare = 'callSite' in event ? { ...event, callSite: null } : event;
      over.set(key, first ? together(first, event) : bare);
      return false;
    },
    counted() {
      const events = [...over.values()];
      over.clear();
      return events;
    },
  };
}

/** Merges two events into one that stands for both. */
function together(first: BudgetedEvent, event: BudgetedEvent): BudgetedEvent {
  const sum = (name: string) => Number(first[name]) + Number(event[name]);
  const sizes = 'bytes' in first ? { characters: sum('characters'), bytes: sum('bytes') } : {};
  return { ...first, ...sizes, count: first.count + event.count };
}
