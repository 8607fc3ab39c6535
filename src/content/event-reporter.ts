import type { FlatFields } from '../protocol/content';
import type { SaidKind } from '../protocol/parse-handed-over';
import { isObject, readerOf, tryReader } from './members';
import { now } from './natives';
import type { PageEnd } from './page-end';
import { openStacks, stackOf } from './stacks';

/** The fields of a reported event. */
export type ReportedFields = FlatFields & { readonly __proto__: null };

/** Reports what happened in the page's world as page events. */
export interface EventReporter {
  /** Whether the tab is watched. */
  readonly isOn: boolean;
  report(type: SaidKind, fields: ReportedFields): void;
}

/** The events beyond the limit: the first of its type, and how many. */
interface Over {
  readonly __proto__: null;
  readonly type: string;
  readonly fields: ReportedFields;
  readonly atMs: number;
  count: number;
  readonly next: Over | null;
}

/** The limit of events in full between two flushes. */
const maxReported = 50;

/** Hands over events one by one with their stack traces; beyond the limit they are counted by type. */
export function openEventReporter(page: PageEnd): EventReporter {
  const stacks = openStacks();
  let left = maxReported;
  let over: Over | null = null;
  const hand = (type: string, words: ReportedFields, atMs: number, count: number, stack: string | null) =>
    page.hand({ __proto__: null, kind: 'event', type, atMs, count, words, stack });
  page.on('flush', () => {
    left = maxReported;
    for (let sum = over; sum; sum = sum.next) hand(sum.type, sum.fields, sum.atMs, sum.count, null);
    over = null;
  });
  return {
    get isOn() {
      return page.isOn;
    },
    report(type, fields) {
      if (!page.isOn) return;
      const atMs = now();
      if (left > 0) {
        left--;
        hand(type, fields, atMs, 1, stackOf(stacks.take()));
        return;
      }
      let known = over;
      while (known && known.type !== type) known = known.next;
      if (known) known.count++;
      else over = { __proto__: null, type, fields, atMs, count: 1, next: over };
    },
  };
}

/** Returns a function that reads the name of an exception; null if it is not a DOMException. */
export function openExceptionNames(): (error: unknown) => string | null {
  const name = tryReader(readerOf(DOMException.prototype, 'name'));
  return (error) => {
    const found = isObject(error) ? name(error) : null;
    return typeof found === 'string' ? found : null;
  };
}
