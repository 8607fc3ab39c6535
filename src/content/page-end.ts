import { type Counted, type FlatHint, type HandedOver, maxEventsPerSecond } from '../protocol/content';
import { type Command, giving, meetingPlace } from './hand-over';
import { readerOf } from './members';
import {
  cancel,
  defineProperty,
  dispatch,
  getOwnPropertyDescriptor,
  guarded,
  listen,
  onFailure,
} from './natives';

/** A record with a null prototype and only primitive values, so that no `toJSON` of the page is called. */
export type Flat = (Exclude<HandedOver, { kind: 'hint' | 'event' }> | FlatHint | FlatEvent) & {
  readonly __proto__: null;
};

type FlatEvent = Extract<HandedOver, { kind: 'event' }> & { readonly words: { readonly __proto__: null } };

/** The same for counted messages. */
export interface FlatCounted extends Omit<Counted, 'senderOrigin'> {
  readonly __proto__: null;
  readonly origin: string;
}

/** The names in a script's URL, as our own world reads them. */
export interface Naming {
  readonly url: string;
  readonly isInjected: boolean;
  readonly isLikely: boolean;
  readonly names: readonly string[];
  /** The names, split into steps. */
  readonly paths: readonly (readonly string[])[];
}

/** Returns the original of an observed function of one document; undefined if it has none. */
export type Lookup = (value: unknown) => ((...args: readonly unknown[]) => unknown) | undefined;

/** The end of the page's world. It uses nothing that the page may have changed since. */
export interface PageEnd {
  /** Reports that the page is about to get the window of a same-origin frame. */
  entering(frame: object): void;
  /** Whether the tab is watched. */
  readonly isOn: boolean;
  /** Reports that there is something to hand over, if it has not done so since the last flush. */
  note(): void;
  /** Hands over a record with the next flush. If many records wait, hands over all of them at once. */
  hand(record: Flat): void;
  /** Hands over the number of messages from one sender at once. */
  count(counted: FlatCounted): void;
  /** Reports that its listener is in place. */
  listening(): void;
  /** Hands over everything at once. */
  flush(): void;
  on(command: Command, run: () => void): void;
  /** Calls back with what traps are made from. */
  onTraps(run: (given: unknown) => void): void;
  /**
   * Asks the page's worlds of other same-origin documents about a function, and passes on the asking
   * document's own lookup. Returns the lookup of the document that knows the function; null if none does.
   */
  askElsewhere(value: object, lookup: Lookup): Lookup | null;
  /**
   * Answers such questions. `knows` gets the function and the lookup of the asking document, and returns
   * whether it knows the function.
   */
  onAskedElsewhere(lookup: Lookup, knows: (value: unknown, asker: Lookup) => boolean): void;
  /** Calls back when a script was inserted into the document and has not run yet. */
  onScript(run: (script: object, naming: Naming) => void): void;
}

const { parse, stringify } = JSON;
const detail = readerOf(CustomEvent.prototype, 'detail');
const related = readerOf(MouseEvent.prototype, 'relatedTarget');
const [PlainEvent, DetailedEvent, PointedEvent, OneMessage] = [Event, CustomEvent, MouseEvent, MessageEvent];

/**
 * Hands the shared element to our own world. Calls `start` with this end of the channel once observing
 * starts, if it ever does.
 */
export function meetOwnWorld(start: (page: PageEnd) => void): void {
  const element = new EventTarget();
  const once = { __proto__: null, once: true };
  listen(element, 'start', () => start(openPageEnd(element)), once);
  const init = { __proto__: null, cancelable: true, relatedTarget: element };
  dispatch(meetingPlace(), new PointedEvent(giving, init));
}

function openPageEnd(element: EventTarget): PageEnd {
  const say = (event: Event) => dispatch(element, event);
  const pending = new PlainEvent('pending');
  /** Only our scripts have the element, so what is stored on it only crosses between documents. */
  const put = (on: object, name: 'asked' | 'by' | 'answer', value: unknown) =>
    defineProperty(on, name, { __proto__: null, value, configurable: true } as PropertyDescriptor);
  const taken = (from: object, name: 'asked' | 'by' | 'answer'): unknown =>
    getOwnPropertyDescriptor(from, name)?.value;

  let text = '';
  let count = 0;
  let isNoted = false;
  let isOn = true;
  const before: (() => void)[] = [];
  const note = () => {
    if (isNoted) return;
    isNoted = true;
    say(pending);
  };
  let failures = 0;
  onFailure(() => {
    failures++;
    note();
  });
  // If our own world is gone, the batch is dropped.
  const send = () => {
    const batch = `[${text}]`;
    text = '';
    count = 0;
    if (batch.length > 2) say(new DetailedEvent('batch', { __proto__: null, detail: batch } as object));
  };
  const flush = () => {
    for (let index = 0; index < before.length; index++) guarded(before[index]);
    if (failures > 0) hand({ __proto__: null, kind: 'dropped', count: failures });
    failures = 0;
    isNoted = false;
    send();
  };
  const hand = (record: Flat) => {
    text += (text === '' ? '' : ',') + stringify(record);
    if (++count === maxEventsPerSecond) send();
    note();
  };
  listen(element, 'flush', flush);
  listen(element, 'go', () => {
    isOn = true;
  });
  // A later watcher must not receive what was recorded before.
  listen(element, 'rest', () => {
    flush();
    isOn = false;
  });

  return {
    entering: (frame) =>
      say(new PointedEvent('entering', { __proto__: null, relatedTarget: frame } as object)),
    get isOn() {
      return isOn;
    },
    note,
    hand,
    count({ source, origin, isTrusted, atMs, count }) {
      const lastEventId = `${isTrusted} ${atMs} ${count}`;
      // This is the only kind of event that carries a window across. Firefox rejects a window that is gone.
      const counted = (source: MessageEventSource | null) =>
        new OneMessage('counted', { __proto__: null, source, origin, lastEventId } as MessageEventInit);
      let event: Event;
      try {
        event = counted(source);
      } catch {
        event = counted(null);
      }
      say(event);
    },
    listening: () => say(new PlainEvent('listening')),
    flush,
    on: (command, run) => {
      if (command === 'flush') before[before.length] = run;
      else listen(element, command, run);
    },
    onTraps(run) {
      listen(element, 'traps', (event: Event) => run(detail(event)));
      say(new PlainEvent('ready'));
    },
    askElsewhere(value, lookup) {
      put(element, 'asked', value);
      put(element, 'by', lookup);
      put(element, 'answer', null);
      say(new PlainEvent('elsewhere'));
      put(element, 'asked', null);
      return taken(element, 'answer') as Lookup | null;
    },
    onAskedElsewhere: (lookup, knows) =>
      listen(element, 'look', (event: Event) => {
        const asking = related(event) as object;
        if (!knows(taken(asking, 'asked'), taken(asking, 'by') as Lookup)) return;
        put(asking, 'answer', lookup);
        cancel(event);
      }),
    onScript(run) {
      let naming: Naming | null = null;
      listen(element, 'naming', (event: Event) => {
        naming = parse(detail(event) as string);
      });
      listen(element, 'script', (event: Event) => {
        if (naming) run(related(event) as object, naming);
        naming = null;
      });
    },
  };
}
