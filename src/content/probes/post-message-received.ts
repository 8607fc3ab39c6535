import { type Counted, maxDataPreview, maxSenders } from '../../protocol/content';
import type { EventField, Preview, RanListener } from '../../protocol/page-events';
import { dataPreview } from '../preview';

/** A message that came, or several from one window of one origin. */
export interface Receipt extends Counted {
  count: number;
  /** Whose word it is that it came. */
  readonly by: 'extension' | 'page';
  data: Preview | null;
  /** Filled while the page's listeners run; null where they are not looked at. */
  readonly listeners: RanListener[] | null;
  readonly readLate: EventField[];
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

/** So many at a time have details; the others are counted by where they come from. */
const maxDetails = 20;
const maxOrigin = 1_000;
const justCounted = { data: null, listeners: null };

/**
 * Sees each message to this window from our own world, before the page's listeners, and reads no more than origin
 * and source unless data is asked for; until that is known, events are kept. When many come, they are counted: in
 * the page's world where that can be, for an event that two worlds see costs the page half as much again. It does not
 * listen yet.
 */
export function observeReceipts({ onFirst, begin, leave }: ReceiptsContext): Receipts {
  let details: Receipt[] = [];
  let counted: Receipt[] = [];
  let bySource = new Map<MessageEventSource | null, Receipt[]>();
  /** null until it is known. */
  let wantsData: boolean | null = null;
  /** Those whose data is to be read, if it is wanted. */
  let unread: [Receipt, MessageEvent][] = [];
  let isAway = false;
  /** Those in `details` that have an account, by its number. */
  const numbers = new Map<number, Receipt>();

  function onMessage(event: Event): void {
    // A page can give the type to any event.
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
    // The data of an event that the page made is not cloned: it may be a proxy.
    if (!came.isTrusted || wantsData === false) return;
    unread.push([receipt, event]);
    if (wantsData) setData(true);
  }

  function count(more: Counted, by: Receipt['by']): void {
    const { source, senderOrigin, isTrusted } = more;
    const same = (one: Receipt) =>
      one.senderOrigin === senderOrigin && one.isTrusted === isTrusted && one.by === by;
    const known = bySource.get(source)?.find(same) ?? counted[2 * maxSenders - 1];
    if (known) {
      known.count += more.count;
    } else if (counted.length >= maxSenders && source) {
      // Of too many, the others have no source.
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
    counted: (each) => count(each, 'page'),
    setData,
    stop,
  };
}
