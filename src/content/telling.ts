import {
  type FromContent,
  maxEventsASecond,
  type Place,
  type ToldEvent,
  type ToldHint,
} from '../protocol/content';
import { inParts } from '../protocol/parts';
import { type BudgetedEvent, openBudget } from './budget';
import { type FinderContext, openFinder } from './finder';
import type { Receipt } from './probes/post-message-received';
import { openToldHints, type SaidHint, type Taken } from './told-hints';

/** Sooner than `corscope.idle()` takes for quiet. */
const flushMs = 150;
/** While more comes than is told one by one. */
const busyMs = 600;

/** Tells the background what a document has to tell, a few times a second. */
export interface Telling {
  /** Tells an event with the next flush, or counts it where there are too many. */
  event(event: BudgetedEvent): void;
  /** Tells an event at once: the document may be gone in a moment. */
  eventNow(event: BudgetedEvent): void;
  hint(hint: ToldHint | SaidHint): void;
  /** Counts what nobody can tell of any more. */
  drop(count: number): void;
  /** Says that there is something to tell, here or in the page's world. */
  schedule(): void;
  /** Says whether the page's calls are observed. */
  observed(): void;
  /** Resolves when what there was has been taken. */
  flush(): Promise<void>;
  /** The document is left: what there is goes out now. */
  leave(): void;
  /** Somebody has gone back to the document. What was asked as it was left is never answered. */
  comeBack(): void;
  /** Forgets what there is to tell. */
  clear(): void;
}

/** What telling needs of its document. */
export interface TellingContext {
  /** Whether somebody wants it; null if that is not known yet. */
  isWanted(): boolean | null;
  /** Whether the page's calls are observed. */
  withCalls(): boolean;
  /** Takes the messages that came since the last time, those that the page's world counted included. */
  takeReceipts(): readonly Receipt[];
  send(message: FromContent): Promise<unknown>;
  /** The background is about to be asked where frames are: they are to have told it that they are there. */
  seeking(): void;
  /** The same, and does what the answer says. */
  sendWanted(message: FromContent): Promise<void>;
  readonly frameIdOf: FinderContext['frameIdOf'];
  readonly placeOf: FinderContext['placeOf'];
}

/** Gives what is told together, as far as it is known by then which frames its messages came from. */
type Batch = () => readonly (BudgetedEvent | ToldEvent)[];

/** There is nothing to tell yet. */
export function openTelling(context: TellingContext): Telling {
  const { isWanted, withCalls, takeReceipts, seeking, send, sendWanted, frameIdOf, placeOf } = context;
  const budget = openBudget();
  const hints = openToldHints();
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

  async function tellHints(taken: Taken | null): Promise<void> {
    if (!taken) return;
    const message = { type: 'page-hints', withCalls: withCalls() } as const;
    // What was dropped is told apart, and arrives even where a hint is too large to.
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
    // What came before we know whether anybody wants it waits, within its bounds.
    if (wanted === null && !isLast) {
      schedule();
      return;
    }
    const came = takeReceipts();
    const hintsTaken = tellHints(hints.take());
    waitMs = came.some(({ count }) => count > 1) ? busyMs : flushMs;
    const taken = [...events, ...budget.counted()];
    events = [];
    const batch = () => [...taken, ...came.map(toEvent)];
    unsent.add(batch);
    finder.look(came);
    // A document that is left may never hear which frames they are.
    if (isLast) for (const each of unsent) void post(each);
    else sending = sending.then(() => finder.settled()).then(() => post(batch));
    await Promise.all([hintsTaken, sending]);
  }

  async function post(batch: Batch): Promise<void> {
    if (!unsent.delete(batch) || isWanted() === false) return;
    const parts = inParts(batch(), maxEventsASecond);
    await Promise.all(parts.map((part) => sendWanted({ type: 'page-events', events: part })));
  }

  function toEvent({ source, by, ...receipt }: Receipt): ToldEvent {
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
      hints.tell(hint);
      schedule();
    },
    drop(count) {
      hints.drop(count);
      schedule();
    },
    schedule,
    observed: () => void tellHints({ hints: [], dropped: 0 }),
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
