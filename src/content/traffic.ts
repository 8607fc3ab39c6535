import type { FlatFields } from '../protocol/content';
import { now } from './natives';
import type { PageEnd } from './page-end';
import { openStacks, type Stack, stackOf } from './stacks';

/** The fields of an end that are sent with each count. */
export type EndFields = FlatFields & { readonly __proto__: null };

/** One end of a channel, and what it sent and received since the last flush. */
export interface End {
  readonly __proto__: null;
  readonly type: 'websocket' | 'channel';
  readonly fields: EndFields;
  readonly sent: Sum;
  readonly received: Sum;
  isWaiting: boolean;
  next: End | null;
}

interface Sum {
  readonly __proto__: null;
  atMs: number;
  count: number;
  /** The sizes of texts and of all other messages; both 0 if the size of a message is not visible. */
  characters: number;
  bytes: number;
  error: Stack | null;
}

/** Counts messages that go through channels, in the page's world. */
export interface Traffic {
  end(type: End['type'], words: EndFields): End;
  count(end: End, direction: 'sent' | 'received', characters?: number, bytes?: number): void;
}

/** Beyond this number of ends the counts are handed over without waiting for a flush. */
const maxWaiting = 500;

/** Opens the counter. Each flush hands over one record for each end and direction. */
export function openTraffic(page: PageEnd): Traffic {
  const stacks = openStacks();
  let waiting: End | null = null;
  let length = 0;

  const tell = (end: End, direction: 'sent' | 'received') => {
    const sum = end[direction];
    const { atMs, count, characters, bytes, error } = sum;
    if (count === 0) return;
    const words: EndFields = { ...end.fields, __proto__: null, direction, characters, bytes };
    const stack = stackOf(error);
    page.hand({ __proto__: null, kind: 'event', type: end.type, atMs, count, words, stack });
    sum.count = 0;
    sum.characters = 0;
    sum.bytes = 0;
    sum.error = null;
  };
  page.on('flush', () => {
    for (let end = waiting; end; end = end.next) {
      tell(end, 'sent');
      tell(end, 'received');
      end.isWaiting = false;
    }
    waiting = null;
    length = 0;
  });

  const sum = (): Sum => ({ __proto__: null, atMs: 0, count: 0, characters: 0, bytes: 0, error: null });
  return {
    end: (type, words) => ({
      __proto__: null,
      type,
      fields: words,
      sent: sum(),
      received: sum(),
      isWaiting: false,
      next: null,
    }),
    count(end, direction, characters = 0, bytes = 0) {
      if (!page.isOn) return;
      if (length === maxWaiting) page.flush();
      const counted = end[direction];
      if (counted.count++ === 0) {
        counted.atMs = now();
        if (direction === 'sent') counted.error = stacks.take();
      }
      counted.characters += characters;
      counted.bytes += bytes;
      if (end.isWaiting) return;
      end.isWaiting = true;
      end.next = waiting;
      waiting = end;
      length++;
      page.note();
    },
  };
}
