import { type Counted, maxDataPreview, maxSenders } from '../../protocol/content';
import type { Preview, RanListener } from '../../protocol/page-events';
import { dataPreview } from '../preview';

/** A message that came, or several from one window of one origin. */
export interface Receipt {
  readonly atMs: number;
  readonly count: number;
  readonly source: MessageEventSource | null;
  readonly senderOrigin: string;
  readonly isTrusted: boolean;
  /** Whose word it is that it came. */
  readonly by: 'extension' | 'page';
  readonly data: Preview | null;
  /** Filled while the page's listeners run; null where they are not looked at. */
  readonly listeners: RanListener[] | null;
}

/** What is seen of messages to this window. */
export interface Receipts {
  /** What came since the last time. */
  take(): readonly Receipt[];
  /** The receipt of that number, if it was not taken yet. */
  numbered(receipt: number): Receipt | undefined;
  /** Takes what the page's world counted. */
  counted(counted: Counted): void;
  setData(on: boolean): void;
  /** Goes on listening, should somebody have taken the listener away. */
  listen(): void;
  /** Listens after all who listen now. */
  moveBehind(): void;
  /** Looks at each message again, though the page's world was to count. */
  comeBack(): void;
  stop(): void;
}

/** What receipts need of those around them. */
export interface ReceiptsContext {
  /** Something came, and nothing was there before. */
  onFirst(): void;
  /** Opens an account of the listeners that run; its number, or null if nobody keeps one. */
  begin(): number | null;
  /** Leaves messages to the page's world, to be counted until the next flush; false if that does not. */
  leave(): boolean;
}

interface Counter {
  readonly source: MessageEventSource | null;
  readonly senderOrigin: string;
  readonly isTrusted: boolean;
  firstAtMs: number;
  count: number;
}

/** So many at a time have details; the others are counted by where they come from. */
const maxDetails = 20;
const maxOrigin = 1_000;

/**
 * Sees each message to this window from our own world, before the page's listeners, and reads no more than origin
 * and source unless data is asked for. When many come, they are counted: in the page's world where that can be,
 * for an event that two worlds see costs the page half as much again.
 */
export function observeReceipts({ onFirst, begin, leave }: ReceiptsContext): Receipts {
  let details: Receipt[] = [];
  let counters: Counter[] = [];
  let lastCounter: Counter | null = null;
  let wantsData = false;
  let isAway = false;
  let fromPage: Counted[] = [];
  /** Those in `details` that have an account, by its number. */
  const numbers = new Map<number, Receipt>();

  function onMessage(event: Event): void {
    // A page can give the type to any event.
    if (!(event instanceof MessageEvent)) return;
    if (details.length === 0) onFirst();
    if (details.length < maxDetails) detail(event);
    else count(event);
    if (details.length < maxDetails || !leave()) return;
    isAway = true;
    stop();
  }

  function detail(event: MessageEvent): void {
    const { source, origin, isTrusted } = event;
    const number = begin();
    const receipt: Receipt = {
      atMs: Date.now(),
      count: 1,
      source,
      senderOrigin: origin.slice(0, maxOrigin),
      isTrusted,
      by: 'extension',
      // The data of an event that the page made is not cloned: it may be a proxy.
      data: wantsData && isTrusted ? dataPreview(event.data, maxDataPreview) : null,
      listeners: number === null ? null : [],
    };
    if (number !== null) numbers.set(number, receipt);
    details.push(receipt);
  }

  function count({ source, origin, isTrusted }: MessageEvent): void {
    const isIt = (one: Counter) =>
      one.source === source && one.senderOrigin === origin && one.isTrusted === isTrusted;
    if (!lastCounter || !isIt(lastCounter))
      lastCounter = counters.find(isIt) ?? add(source, origin, isTrusted);
    if (lastCounter.count++ === 0) lastCounter.firstAtMs = Date.now();
  }

  function add(source: MessageEventSource | null, senderOrigin: string, isTrusted: boolean): Counter {
    const other = counters[maxSenders - 1];
    if (other) return other;
    const counter = {
      source,
      senderOrigin: senderOrigin.slice(0, maxOrigin),
      isTrusted,
      firstAtMs: 0,
      count: 0,
    };
    counters.push(counter);
    return counter;
  }

  const listen = () => {
    if (!isAway) window.addEventListener('message', onMessage, true);
  };
  const stop = () => window.removeEventListener('message', onMessage, true);
  const comeBack = () => {
    isAway = false;
    listen();
  };
  listen();
  return {
    listen,
    comeBack,
    moveBehind() {
      stop();
      listen();
    },
    take() {
      const own = counters.map(
        ({ firstAtMs: atMs, ...counter }) => ({ ...counter, atMs, by: 'extension' }) as const,
      );
      const page = fromPage.map((counted) => ({ ...counted, by: 'page' }) as const);
      const counted = [...own, ...page].map((each) => ({ ...each, data: null, listeners: null }));
      const taken = [...details, ...counted];
      [details, counters, lastCounter, fromPage] = [[], [], null, []];
      numbers.clear();
      comeBack();
      return taken;
    },
    numbered: (receipt) => numbers.get(receipt),
    counted(counted) {
      if (fromPage.length < maxSenders) fromPage.push(counted);
    },
    setData(on) {
      wantsData = on;
    },
    stop,
  };
}
