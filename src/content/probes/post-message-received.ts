import { type Counted, maxDataPreview, maxSenders } from '../../protocol/content';
import type { EventField, Preview, RanListener } from '../../protocol/page-events';
import { dataPreview } from '../preview';

/** A received message, or several from one window of one origin. */
export interface Receipt extends Counted {
  count: number;
  /** Which world reports it. */
  readonly by: 'extension' | 'page';
  data: Preview | null;
  /** The listeners that ran, filled while they run; null if they are not observed. */
  readonly listeners: RanListener[] | null;
  readonly readLate: EventField[];
}

/** Observes messages to this window. */
export interface Receipts {
  /** Takes the receipts since the last call. */
  take(): readonly Receipt[];
  /** The receipt with that number, if it was not taken yet. */
  numbered(receipt: number): Receipt | undefined;
  /** Adds messages that the page's world counted. */
  counted(counted: Counted): void;
  setData(on: boolean): void;
  /** Listens, or listens again if the page removed the listener. */
  listen(): void;
  /** Moves our listener behind all current listeners. */
  moveBehind(): void;
  /** Observes each message here again, although the page's world was counting them. */
  comeBack(): void;
  stop(): void;
}

/** What receipts need from their document. */
export interface ReceiptsContext {
  /** Called for the first message after each `take()`. */
  onFirst(): void;
  /** Opens an account of the listeners that run. Returns its number; null if accounts are not kept. */
  begin(): number | null;
  /**
   * Leaves messages to the page's world, which counts them until the next flush. Returns false if it cannot.
   */
  leave(): boolean;
}

/** How many messages between two flushes have details; the others are counted by sender. */
const maxDetails = 20;
const maxOrigin = 1_000;
const justCounted = { data: null, listeners: null };

/**
 * Observes each message to this window from our own world, before the page's listeners. It reads only origin
 * and source unless data is wanted; until that is known, it keeps the events. When many messages arrive, they
 * are only counted, in the page's world if possible, because an event that two worlds receive costs the page
 * half as much again. It does not listen yet.
 */
export function observeReceipts({ onFirst, begin, leave }: ReceiptsContext): Receipts {
  let details: Receipt[] = [];
  let counted: Receipt[] = [];
  let bySource = new Map<MessageEventSource | null, Receipt[]>();
  /** null until known. */
  let wantsData: boolean | null = null;
  /** The receipts whose data is read once it is wanted. */
  let unread: [Receipt, MessageEvent][] = [];
  let isAway = false;
  /** The receipts in `details` that have an account, by its number. */
  const numbers = new Map<number, Receipt>();

  function onMessage(event: Event): void {
    // A page can dispatch any event under the type `message`.
    if (!(event instanceof MessageEvent)) return;
    if (details.length === 0) onFirst();
    const { source, origin, isTrusted } = event;
    const senderOrigin = origin.slice(0, maxOrigin);
    const came = { source, senderOrigin, isTrusted, atMs: Date.now(), count: 1 };
    if (details.length < maxDetails) detail(event, came);
    else count(came, 'extension');
    if (details.length < maxDetails || !leave()) return;
    isAway = true;
    stop();
  }

  function detail(event: MessageEvent, came: Counted): void {
    const number = begin();
    const receipt: Receipt = {
      ...came,
      by: 'extension',
      data: null,
      listeners: number === null ? null : [],
      readLate: [],
    };
    if (number !== null) numbers.set(number, receipt);
    details.push(receipt);
    // The data of an event made by the page is not cloned, so it may be a proxy.
    if (!came.isTrusted || wantsData === false) return;
    unread.push([receipt, event]);
    if (wantsData) setData(true);
  }

  function count(more: Counted, by: Receipt['by']): void {
    const { source, senderOrigin, isTrusted } = more;
    const same = (receipt: Receipt) =>
      receipt.senderOrigin === senderOrigin && receipt.isTrusted === isTrusted && receipt.by === by;
    const known = bySource.get(source)?.find(same) ?? counted[2 * maxSenders - 1];
    if (known) {
      known.count += more.count;
    } else if (counted.length >= maxSenders && source) {
      // Beyond the limit of senders, messages are counted without a source.
      count({ ...more, source: null }, by);
    } else {
      const receipt = { ...more, ...justCounted, readLate: [], by };
      counted.push(receipt);
      bySource.set(source, [...(bySource.get(source) ?? []), receipt]);
    }
  }

  function setData(on: boolean): void {
    wantsData = on;
    if (on) for (const [receipt, { data }] of unread) receipt.data = dataPreview(data, maxDataPreview);
    unread = [];
  }

  const listen = () => {
    if (!isAway) window.addEventListener('message', onMessage, true);
  };
  const stop = () => window.removeEventListener('message', onMessage, true);
  const comeBack = () => {
    isAway = false;
    listen();
  };
  return {
    listen,
    comeBack,
    moveBehind() {
      stop();
      listen();
    },
    take() {
      const taken = [...details, ...counted];
      [details, counted, bySource] = [[], [], new Map()];
      numbers.clear();
      comeBack();
      return taken;
    },
    numbered: (receipt) => numbers.get(receipt),
    counted: (message) => count(message, 'page'),
    setData,
    stop,
  };
}
