import type { Words } from '../protocol/content';
import { isObject, readerOf, tryReader } from './members';
import { now } from './natives';
import type { PageEnd } from './page-end';
import { openStacks, stackOf } from './stacks';

/** The fields of a reported event. */
export type Said = Words & { readonly __proto__: null };

/** Reports what happened in the page's world as page events. */
export interface Saying {
  /** Whether the tab is watched. */
  readonly isOn: boolean;
  tell(type: string, said: Said): void;
}

/** The events beyond the limit: the first of its type, and how many. */
interface Over {
  readonly __proto__: null;
  readonly type: string;
  readonly said: Said;
  readonly atMs: number;
  count: number;
  readonly next: Over | null;
}

/** The limit of events in full between two flushes. */
const maxSaid = 50;

/** Hands over events one by one with their stack traces; beyond the limit they are counted by type. */
export function openSaying(page: PageEnd): Saying {
  const stacks = openStacks();
  let left = maxSaid;
  let over: Over | null = null;
  const hand = (type: string, words: Said, atMs: number, count: number, stack: string | null) =>
    page.hand({ __proto__: null, kind: 'event', type, atMs, count, words, stack });
  page.on('flush', () => {
    left = maxSaid;
    for (let sum = over; sum; sum = sum.next) hand(sum.type, sum.said, sum.atMs, sum.count, null);
    over = null;
  });
  return {
    get isOn() {
      return page.isOn;
    },
    tell(type, said) {
      if (!page.isOn) return;
      const atMs = now();
      if (left > 0) {
        left--;
        hand(type, said, atMs, 1, stackOf(stacks.take()));
        return;
      }
      let known = over;
      while (known && known.type !== type) known = known.next;
      if (known) known.count++;
      else over = { __proto__: null, type, said, atMs, count: 1, next: over };
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
