import { type Counted, type FlatHint, type HandedOver, maxEventsASecond } from '../protocol/content';
import { type Command, giving } from './hand-over';
import { readerOf } from './members';
import { dispatch, listen } from './natives';

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

/** The page's world's end. Nothing that the page may have changed since is used. */
export interface PageEnd {
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
  /** A script was put into the document, and has not run yet. */
  onScript(run: (script: object, naming: Naming) => void): void;
}

/** Connects to our own world; null if it does not answer. */
export function openPageEnd(): PageEnd | null {
  const { parse, stringify } = JSON;
  const detail = readerOf(CustomEvent.prototype, 'detail');
  const related = readerOf(MouseEvent.prototype, 'relatedTarget');
  const [PlainEvent, DetailedEvent, OneMessage] = [Event, CustomEvent, MessageEvent];
  const element = document.createElement('i');
  const say = (event: Event) => dispatch(element, event);
  const pending = new PlainEvent('pending');
  const init = { __proto__: null, cancelable: true, relatedTarget: element };
  if (dispatch(window, new MouseEvent(giving, init))) return null;

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
  // Should our own world be gone, it goes nowhere.
  const send = () => {
    const batch = `[${text}]`;
    text = '';
    count = 0;
    if (batch.length > 2) say(new DetailedEvent('batch', { __proto__: null, detail: batch } as object));
  };
  const flush = () => {
    for (let index = 0; index < before.length; index++) before[index]?.();
    isNoted = false;
    send();
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
    get isOn() {
      return isOn;
    },
    note,
    hand(record) {
      text += (text === '' ? '' : ',') + stringify(record);
      if (++count === maxEventsASecond) send();
      note();
    },
    count({ source, origin, isTrusted, atMs, count }) {
      const lastEventId = `${isTrusted} ${atMs} ${count}`;
      // The one kind of event that carries a window across.
      const init = { __proto__: null, source, origin, lastEventId };
      say(new OneMessage('counted', init as MessageEventInit));
    },
    listening: () => say(new PlainEvent('listening')),
    flush,
    on: (command, run) => {
      if (command === 'flush') before[before.length] = run;
      else listen(element, command, run);
    },
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
