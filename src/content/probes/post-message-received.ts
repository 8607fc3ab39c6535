import { maxDataPreview } from '../../protocol/content';
import type { Preview, RanListener } from '../../protocol/page-events';
import { dataPreview } from '../preview';

/** A message that came, or several from one window of one origin. */
export interface Receipt {
  readonly atMs: number;
  readonly count: number;
  readonly source: MessageEventSource | null;
  readonly senderOrigin: string;
  readonly isTrusted: boolean;
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
  setData(on: boolean): void;
  /** Goes on listening, should somebody have taken the listener away. */
  listen(): void;
  stop(): void;
}

/** What receipts need of those around them. */
export interface ReceiptsContext {
  /** Something came, and nothing was there before. */
  onFirst(): void;
  /** Opens an account of the listeners that run; its number, or null if nobody keeps one. */
  begin(): number | null;
  end(): void;
}

interface Counter {
  readonly source: MessageEventSource | null;
  readonly senderOrigin: string;
  readonly isTrusted: boolean;
  firstAtMs: number;
  count: number;
}

/** So many at a time have details; the others are counted by where they come from. */
const maxDetails = 30;
/** Only what a page dispatches itself can come from more. */
const maxCounters = 200;
const maxOrigin = 1_000;

/**
 * Counts each message to this window, from our own world: before the page's listeners, and reading no more than
 * origin and source unless data is asked for.
 */
export function observeReceipts({ onFirst, begin, end }: ReceiptsContext): Receipts {
  let details: Receipt[] = [];
  let counters: Counter[] = [];
  let lastCounter: Counter | null = null;
  let wantsData = false;
  let isAccountOpen = false;
  /** Those in `details` that have an account, by its number. */
  const numbers = new Map<number, Receipt>();

  function onMessage(event: MessageEvent): void {
    if (details.length === 0 && counters.length === 0) onFirst();
    if (details.length < maxDetails) detail(event);
    else count(event);
  }

  function detail(event: MessageEvent): void {
    const { source, origin, isTrusted } = event;
    const number = begin();
    isAccountOpen = number !== null;
    const receipt: Receipt = {
      atMs: Date.now(),
      count: 1,
      source,
      senderOrigin: origin.slice(0, maxOrigin),
      isTrusted,
      // The data of an event that the page made is not cloned: it may be a proxy.
      data: wantsData && isTrusted ? dataPreview(event.data, maxDataPreview) : null,
      listeners: isAccountOpen ? [] : null,
    };
    if (number !== null) numbers.set(number, receipt);
    details.push(receipt);
  }

  function count({ source, origin, isTrusted }: MessageEvent): void {
    if (isAccountOpen) {
      end();
      isAccountOpen = false;
    }
    const isIt = (one: Counter) =>
      one.source === source && one.senderOrigin === origin && one.isTrusted === isTrusted;
    if (!lastCounter || !isIt(lastCounter))
      lastCounter = counters.find(isIt) ?? add(source, origin, isTrusted);
    if (lastCounter.count++ === 0) lastCounter.firstAtMs = Date.now();
  }

  function add(source: MessageEventSource | null, senderOrigin: string, isTrusted: boolean): Counter {
    const other = counters[maxCounters - 1];
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

  const listen = () => window.addEventListener('message', onMessage, true);
  listen();
  return {
    listen,
    take() {
      if (isAccountOpen) end();
      const counted = counters.map(({ firstAtMs: atMs, ...counter }) => {
        return { ...counter, atMs, data: null, listeners: null };
      });
      const taken = [...details, ...counted];
      [details, counters, lastCounter, isAccountOpen] = [[], [], null, false];
      numbers.clear();
      return taken;
    },
    numbered: (receipt) => numbers.get(receipt),
    setData(on) {
      wantsData = on;
    },
    stop: () => window.removeEventListener('message', onMessage, true),
  };
}
