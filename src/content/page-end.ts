import { type Counted, type FlatHint, type HandedOver, maxEventsASecond } from '../protocol/content';
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

/** A record with the null prototype and nothing but primitive values: no `toJSON` of the page's is asked. */
export type Flat = (Exclude<HandedOver, { kind: 'hint' | 'event' }> | FlatHint | FlatEvent) & {
  readonly __proto__: null;
};

type FlatEvent = Extract<HandedOver, { kind: 'event' }> & { readonly words: { readonly __proto__: null } };

/** The same of messages that were counted. */
export interface FlatCounted extends Omit<Counted, 'senderOrigin'> {
  readonly __proto__: null;
  readonly origin: string;
}

/** What a script's URL names, as our own world reads it. */
export interface Naming {
  readonly url: string;
  readonly isInjected: boolean;
  readonly isLikely: boolean;
  readonly names: readonly string[];
  /** The names, step by step. */
  readonly paths: readonly (readonly string[])[];
}

/** What a function stands for in one document; undefined if nothing. */
export type Lookup = (value: unknown) => ((...args: readonly unknown[]) => unknown) | undefined;

/** The page's world's end. Nothing that the page may have changed since is used. */
export interface PageEnd {
  /** Says that the page is about to get the window of a frame of this origin. */
  entering(frame: object): void;
  /** Whether anything is wanted. */
  readonly isOn: boolean;
  /** Says that there is something to hand over, if that was not said since the last flush. */
  note(): void;
  /** Hands over a record with the next flush; with all that wait for it, at once, where they are many. */
  hand(record: Flat): void;
  /** Hands over, at once, how many messages came from where. */
  count(counted: FlatCounted): void;
  /** Says that its listener is in place. */
  listening(): void;
  /** Hands over all there is, at once. */
  flush(): void;
  on(command: Command, run: () => void): void;
  /** What traps are made of was given. */
  onTraps(run: (given: unknown) => void): void;
  /**
   * Shows a function to the page's worlds of other documents of this origin, with the asker's own answer to such
   * questions; gives that of who knows the function, null if nobody does.
   */
  askElsewhere(value: object, own: Lookup): Lookup | null;
  /** Is shown functions, and who asks. Whether it knows one. */
  onAskedElsewhere(own: Lookup, knows: (value: unknown, asker: Lookup) => boolean): void;
  /** A script was put into the document, and has not run yet. */
  onScript(run: (script: object, naming: Naming) => void): void;
}

const { parse, stringify } = JSON;
const detail = readerOf(CustomEvent.prototype, 'detail');
const related = readerOf(MouseEvent.prototype, 'relatedTarget');
const [PlainEvent, DetailedEvent, PointedEvent, OneMessage] = [Event, CustomEvent, MouseEvent, MessageEvent];

/** Gives our own world what they meet on. `start` is given this end of it once observing is to start, if it ever is. */
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
  /** Nobody else has the element: what is put there crosses between documents alone. */
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
  // Should our own world be gone, it goes nowhere.
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
    if (++count === maxEventsASecond) send();
    note();
  };
  listen(element, 'flush', flush);
  listen(element, 'go', () => {
    isOn = true;
  });
  // What was not asked for until now is not told to who comes later.
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
      // The one kind of event that carries a window across. Firefox lets none across that is gone.
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
    askElsewhere(value, own) {
      put(element, 'asked', value);
      put(element, 'by', own);
      put(element, 'answer', null);
      say(new PlainEvent('elsewhere'));
      put(element, 'asked', null);
      return taken(element, 'answer') as Lookup | null;
    },
    onAskedElsewhere: (own, knows) =>
      listen(element, 'look', (event: Event) => {
        const asking = related(event) as object;
        if (!knows(taken(asking, 'asked'), taken(asking, 'by') as Lookup)) return;
        put(asking, 'answer', own);
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
