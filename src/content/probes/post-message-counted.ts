import { maxSenders } from '../../protocol/content';
import { readerOf } from '../members';
import { listen, now, openNotes, unlisten } from '../natives';
import type { PageEnd } from '../page-end';
import type { Patch } from '../patch';

/** The sender of a message. */
export interface Sender {
  readonly source: MessageEventSource | null;
  readonly origin: string;
  readonly isTrusted: boolean;
}

/** The message that the page's listeners are handling. */
export interface Account extends Sender {
  readonly __proto__: null;
  /** Its receipt number in our own world; 0 until our world has received it. */
  receipt: number;
  /** How many listeners have run. */
  ran: number;
  /** The fields read while no listener was known to run: bits of `eventFields`. */
  late: number;
}

/** Observes messages to this window in the page's world. */
export interface Counting extends Patch {
  /** The account of the current message; null if messages are only counted. */
  readonly account: Account | null;
  /** Calls back when a message has an account, before any listener of the page's. */
  onAccount(run: () => void): void;
  /** The account of an event, for as long as the event exists. */
  accountOf(event: unknown): Account | undefined;
  /**
   * Calls back with true when messages are only counted from now on, and with false when they have accounts
   * again.
   */
  onFlood(run: (isFlood: boolean) => void): void;
}

interface Counter extends Sender {
  readonly __proto__: null;
  readonly atMs: number;
  count: number;
  readonly next: Counter | null;
  readonly sameSource: Counter | null;
}

/**
 * Runs before the listeners of our own world and of the page. Showing an event to a second world is expensive
 * for a browser: beyond the messages that are reported one by one, our own world leaves them to be counted
 * here until the next flush. `came` gets the messages before that.
 */
export function observeCounted(page: PageEnd, came: (event: Event, sender: Sender) => void): Counting {
  const source = readerOf(MessageEvent.prototype, 'source');
  const origin = readerOf(MessageEvent.prototype, 'origin');
  const accounts = openNotes<Account>();
  let account: Account | null = null;
  let receipt = 0;
  let isLeft = false;
  let isFlood = false;
  let flooded: (isFlood: boolean) => void = () => {};
  let opened: () => void = () => {};
  let isListening = false;
  let counters: Counter | null = null;
  let bySource = openNotes<Counter>();
  let known = 0;
  let last: Counter | null = null;

  const find = (from: Sender['source'], itsOrigin: string, isTrusted: boolean): Counter => {
    const first = bySource.of(from ?? window) ?? null;
    for (let counter = first; counter; counter = counter.sameSource) {
      if (counter.source === from && counter.origin === itsOrigin && counter.isTrusted === isTrusted)
        return counter;
    }
    // Beyond the limit of senders, messages are counted without a source.
    if (known >= maxSenders && from) return find(null, itsOrigin, isTrusted);
    if (known >= 2 * maxSenders && counters) return counters;
    known++;
    const atMs = now();
    counters = {
      __proto__: null,
      source: from,
      origin: itsOrigin,
      isTrusted,
      atMs,
      count: 0,
      next: counters,
      sameSource: first,
    };
    bySource.put(from ?? window, counters);
    return counters;
  };
  const count = (from: Sender['source'], itsOrigin: string, isTrusted: boolean) => {
    if (last?.source !== from || last.origin !== itsOrigin || last.isTrusted !== isTrusted) {
      last = find(from, itsOrigin, isTrusted);
    }
    last.count++;
  };
  /** A listener of the page can keep a message from our own world. */
  const close = () => {
    if (account?.receipt === 0) count(account.source, account.origin, account.isTrusted);
    account = null;
  };
  const look = (event: Event) => {
    close();
    try {
      const from = source(event) as Sender['source'];
      const itsOrigin = origin(event) as string;
      const { isTrusted } = event;
      if (isLeft) {
        count(from, itsOrigin, isTrusted);
        if (!isFlood) flooded(true);
        isFlood = true;
        return;
      }
      account = { __proto__: null, source: from, origin: itsOrigin, isTrusted, receipt: 0, ran: 0, late: 0 };
      accounts.put(event, account);
      opened();
      came(event, account);
    } catch {
      // A page can dispatch any event under the type `message`.
    }
  };
  const observe = () => {
    isListening = true;
    listen(window, 'message', look, true);
    page.listening();
  };
  const reset = () => {
    if (isFlood) flooded(false);
    isFlood = false;
    isLeft = false;
    account = null;
    if (counters) bySource = openNotes();
    counters = null;
    known = 0;
    last = null;
  };

  page.on('begin', () => {
    receipt++;
    if (account) account.receipt = receipt;
  });
  page.on('leave', () => {
    isLeft = true;
  });
  page.on('listen', () => isListening && observe());
  page.on('flush', () => {
    close();
    for (let counter = counters; counter; counter = counter.next) page.count(counter);
    reset();
  });

  return {
    get account() {
      return account;
    },
    accountOf: accounts.of,
    onAccount(run) {
      opened = run;
    },
    onFlood(run) {
      flooded = run;
    },
    put: () => isListening || observe(),
    putBack() {
      isListening = false;
      unlisten(window, 'message', look, true);
    },
  };
}
