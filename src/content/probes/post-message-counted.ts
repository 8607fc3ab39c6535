import { maxSenders } from '../../protocol/content';
import type { PageEnd } from '../hand-over';
import type { Patch } from '../patch';

/** The message that the page's listeners are at. */
export interface Account {
  readonly __proto__: null;
  /** Its number with our own world; 0 while that has not asked for an account. */
  receipt: number;
  /** How many listeners were credited. */
  ran: number;
}

/** The page's world's half of what is seen of messages to this window. */
export interface Counting extends Patch {
  /** null where messages are only counted. */
  readonly account: Account | null;
}

interface Counter {
  readonly __proto__: null;
  readonly source: MessageEventSource | null;
  readonly origin: string;
  readonly isTrusted: boolean;
  readonly atMs: number;
  count: number;
  next: Counter | null;
}

/**
 * Runs before our own world's listener and the page's. For a browser it is dear to show an event to a second
 * world: beyond what is told one by one, our own world leaves messages to be counted here, until the next flush.
 */
export function observeCounted(page: PageEnd): Counting {
  const { apply, getOwnPropertyDescriptor } = Reflect;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const { now } = Date;
  const neither = () => null;
  const getter = (name: 'source' | 'origin') =>
    getOwnPropertyDescriptor(MessageEvent.prototype, name)?.get ?? neither;
  const [source, origin] = [getter('source'), getter('origin')];
  let account: Account | null = null;
  let receipt = 0;
  let isLeft = false;
  let isListening = false;
  let counters: Counter | null = null;
  let last: Counter | null = null;

  const find = (from: MessageEventSource | null, itsOrigin: string, isTrusted: boolean): Counter => {
    let known = 0;
    let each = counters;
    for (; each; each = each.next) {
      if (each.source === from && each.origin === itsOrigin && each.isTrusted === isTrusted) return each;
      if (++known === maxSenders) return each;
    }
    const atMs = now();
    counters = {
      __proto__: null,
      source: from,
      origin: itsOrigin,
      isTrusted,
      atMs,
      count: 0,
      next: counters,
    };
    return counters;
  };
  const count = (event: Event) => {
    const from = apply(source, event, []) as MessageEventSource | null;
    const itsOrigin = apply(origin, event, []) as string;
    const { isTrusted } = event;
    if (last?.source !== from || last.origin !== itsOrigin || last.isTrusted !== isTrusted) {
      last = find(from, itsOrigin, isTrusted);
    }
    last.count++;
  };
  const look = (event: Event) => {
    account = isLeft ? null : { __proto__: null, receipt: 0, ran: 0 };
    if (!isLeft) return;
    try {
      count(event);
    } catch {
      // A page can give the type to an event that is no message.
    }
  };
  const listen = () => {
    isListening = true;
    apply(addEventListener, window, ['message', look, true]);
    page.listening();
  };
  const reset = () => {
    isLeft = false;
    account = null;
    counters = null;
    last = null;
  };

  page.on('begin', () => {
    receipt++;
    if (account) account.receipt = receipt;
  });
  page.on('leave', () => {
    isLeft = true;
  });
  page.on('listen', () => isListening && listen());
  page.on('flush', () => {
    for (let each = counters; each; each = each.next) page.count(each);
    reset();
  });

  return {
    get account() {
      return account;
    },
    put: () => isListening || listen(),
    putBack() {
      isListening = false;
      reset();
      apply(removeEventListener, window, ['message', look, true]);
    },
  };
}
