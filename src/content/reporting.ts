import {
  type FromContent,
  maxEventsPerSecond,
  type Place,
  type ReportedEvent,
  type ReportedHint,
} from '../protocol/content';
import { inParts } from '../protocol/parts';
import { type BudgetedEvent, openBudget } from './budget';
import { type FinderContext, openFinder } from './finder';
import { openHintQueue, type Taken, type UnparsedHint } from './hint-queue';
import type { Receipt } from './probes/post-message-received';

/** Shorter than the quiet time that `corscope.idle()` waits for. */
const flushMs = 150;
/** The delay while more messages arrive than are sent one by one. */
const busyMs = 600;

/** Sends a document's events and hints to the background, a few times a second. */
export interface Reporting {
  /** Sends an event with the next flush, or counts it beyond the limit. */
  event(event: BudgetedEvent): void;
  /** Sends an event at once, because the document may be gone in a moment. */
  eventNow(event: BudgetedEvent): void;
  hint(hint: ReportedHint | UnparsedHint): void;
  /** Counts hints that can no longer be sent. */
  drop(count: number): void;
  /** Schedules a flush, because there is something to send here or in the page's world. */
  schedule(): void;
  /** Reports whether the page's calls are observed. */
  observed(): void;
  /** Sends everything; resolves when the background has taken it. */
  flush(): Promise<void>;
  /** Sends everything now, because the document is being left. */
  leave(): void;
  /** Starts again after a return to the document. Questions asked when it was left get no answer. */
  comeBack(): void;
  /** Drops everything that is not sent yet. */
  clear(): void;
}

/** What sending needs from its document. */
export interface ReportingContext {
  /** Whether the tab is watched; null if that is not known yet. */
  isWanted(): boolean | null;
  /** Whether the page's calls are observed. */
  withCalls(): boolean;
  /** Takes the receipts since the last call, including those that the page's world counted. */
  takeReceipts(): readonly Receipt[];
  send(message: FromContent): Promise<unknown>;
  /**
   * Called before the background is asked where frames are: all frames must have registered with it by then.
   */
  seeking(): void;
  /** Sends a message and applies the state in the answer. */
  sendWanted(message: FromContent): Promise<void>;
  readonly frameIdOf: FinderContext['frameIdOf'];
  readonly placeOf: FinderContext['placeOf'];
}

/** Returns the events of one flush, with the senders' frames as far as they are known by then. */
type Batch = () => readonly (BudgetedEvent | ReportedEvent)[];

/** Opens the sender with nothing to send yet. */
export function openReporting(context: ReportingContext): Reporting {
  const { isWanted, withCalls, takeReceipts, seeking, send, sendWanted, frameIdOf, placeOf } = context;
  const budget = openBudget();
  const hints = openHintQueue();
  let events: BudgetedEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = flushMs;
  /** Batches that wait until the frames of their messages are found. */
  const unsent = new Set<Batch>();
  let sending: Promise<unknown> = Promise.resolve();
  const newFinder = () =>
    openFinder({
      async ask(whereabouts) {
        seeking();
        const places = await send({ type: 'where', whereabouts });
        return Array.isArray(places) ? (places as readonly (Place | null)[]) : [];
      },
      frameIdOf,
      placeOf,
    });
  let finder = newFinder();

  function schedule(): void {
    timer ??= setTimeout(() => void flush(false), waitMs);
  }

  async function sendHints(taken: Taken | null): Promise<void> {
    if (!taken) return;
    const message = { type: 'page-hints', withCalls: withCalls() } as const;
    // The number of dropped hints is sent separately, so that it arrives even if a hint is too large.
    const parts = [...(taken.dropped > 0 || taken.hints.length === 0 ? [[]] : []), ...inParts(taken.hints)];
    const tellPart = (part: Taken['hints']) =>
      sendWanted({ ...message, hints: part, dropped: part.length === 0 ? taken.dropped : 0 });
    await Promise.all(parts.map(tellPart));
  }

  async function flush(isLast: boolean): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const wanted = isWanted();
    if (wanted === false) return;
    // Until it is known whether the tab is watched, everything waits, within its limits.
    if (wanted === null && !isLast) {
      schedule();
      return;
    }
    const receipts = takeReceipts();
    const hintsTaken = sendHints(hints.take());
    waitMs = receipts.some(({ count }) => count > 1) ? busyMs : flushMs;
    const taken = [...events, ...budget.counted()];
    events = [];
    const batch = () => [...taken, ...receipts.map(toEvent)];
    unsent.add(batch);
    finder.look(receipts);
    // A document that is being left may never get the answer about the frames.
    if (isLast) for (const waiting of unsent) void post(waiting);
    else sending = sending.then(() => finder.settled()).then(() => post(batch));
    await Promise.all([hintsTaken, sending]);
  }

  async function post(batch: Batch): Promise<void> {
    if (!unsent.delete(batch) || isWanted() === false) return;
    const parts = inParts(batch(), maxEventsPerSecond);
    await Promise.all(parts.map((part) => sendWanted({ type: 'page-events', events: part })));
  }

  function toEvent({ source, by, ...receipt }: Receipt): ReportedEvent {
    const from = finder.placeOf(source);
    return { kind: 'post-message', direction: 'received', source: by, ...receipt, from };
  }

  return {
    event(event) {
      if (!budget.admits(event)) return;
      events.push(event);
      schedule();
    },
    eventNow(event) {
      if (budget.admits(event)) void sendWanted({ type: 'page-events', events: [event] });
      else schedule();
    },
    hint(hint) {
      hints.add(hint);
      schedule();
    },
    drop(count) {
      hints.drop(count);
      schedule();
    },
    schedule,
    observed: () => void sendHints({ hints: [], dropped: 0 }),
    flush: () => flush(false),
    leave() {
      // Skip an empty flush: the browser gives a document little time as it is left.
      if (timer !== undefined || unsent.size > 0) void flush(true);
    },
    comeBack() {
      sending = Promise.resolve();
      finder = newFinder();
    },
    clear() {
      events = [];
      hints.clear();
      budget.counted();
    },
  };
}
