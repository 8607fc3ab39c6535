import type { Words } from '../protocol/content';
import { isObject, readerOf, tryReader } from './members';
import { now } from './natives';
import type { PageEnd } from './page-end';
import { openStacks, stackOf } from './stacks';

/** What is said of an event. */
export type Said = Words & { readonly __proto__: null };

/** Says what happened in the page's world, as page events. */
export interface Saying {
  /** Whether anybody wants to know. */
  readonly isOn: boolean;
  tell(type: string, said: Said): void;
}

/** What came beyond the bound: the first of its type, and how many. */
interface Over {
  readonly __proto__: null;
  readonly type: string;
  readonly said: Said;
  readonly atMs: number;
  count: number;
  readonly next: Over | null;
}

/** Between two flushes. */
const maxSaid = 50;

/** Hands events over one by one, with where they come from; beyond the bound they are counted by their type. */
export function openSaying(page: PageEnd): Saying {
  const stacks = openStacks();
  let left = maxSaid;
  let over: Over | null = null;
  const hand = (type: string, words: Said, atMs: number, count: number, stack: string | null) =>
    page.hand({ __proto__: null, kind: 'event', type, atMs, count, words, stack });
  page.on('flush', () => {
    left = maxSaid;
    for (let each = over; each; each = each.next) hand(each.type, each.said, each.atMs, each.count, null);
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

/** The name of what was thrown, where the browser threw it. */
export function openExceptionNames(): (error: unknown) => string | null {
  const name = tryReader(readerOf(DOMException.prototype, 'name'));
  return (error) => {
    const found = isObject(error) ? name(error) : null;
    return typeof found === 'string' ? found : null;
  };
}
