import { type FlatHint, type HandedOver, maxEventsASecond } from '../protocol/content';
import { parseHandedOver } from '../protocol/parse-page-events';

// The private channel between our two worlds in a document: an element that no tree has. Our own world's script
// runs first and waits for it; the page's world's script makes it and gives it away before any of the page's.
// Events on it are synchronous, and the page can neither read nor forge them.

const giving = 'corscope';

/** What our own world tells the page's world. `begin` and `end`: a receipt whose listeners are wanted. */
export type Command = 'begin' | 'end' | 'flush' | 'rest' | 'go';

/** Our own world's end. */
export interface OwnEnd {
  command(command: Command): void;
  /** Whether the page's world has a script. */
  readonly isConnected: boolean;
}

/** Waits for the page's world. Calls back with what it hands over, and when it has something to hand over. */
export function openOwnEnd(
  onRecords: (records: readonly HandedOver[]) => void,
  onPending: () => void,
): OwnEnd {
  let element: EventTarget | null = null;
  window.addEventListener(
    giving,
    (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      element = (event as MouseEvent).relatedTarget;
      element?.addEventListener('batch', (batch) =>
        onRecords(parseHandedOver((batch as CustomEvent).detail)),
      );
      element?.addEventListener('pending', onPending);
    },
    { once: true, capture: true },
  );
  return {
    command: (command) => {
      element?.dispatchEvent(new Event(command));
    },
    get isConnected() {
      return element !== null;
    },
  };
}

/** A record with the null prototype and nothing but primitive values: no `toJSON` of the page's is asked. */
export type Flat = (Exclude<HandedOver, { kind: 'hint' }> | FlatHint) & { readonly __proto__: null };

/** The page's world's end. Nothing that the page may have changed since is used. */
export interface PageEnd {
  /** Whether anything is wanted. */
  readonly isOn: boolean;
  /** Says that there is something to hand over, if that was not said since the last flush. */
  note(): void;
  /** Hands over a record with the next flush; false if too many wait for that. */
  hand(record: Flat): boolean;
  /** Hands over all there is, at once. */
  flush(): void;
  on(command: Command, run: () => void): void;
}

/** Connects to our own world; null if it does not answer. */
export function openPageEnd(): PageEnd | null {
  const { apply } = Reflect;
  const { stringify } = JSON;
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const [PlainEvent, DetailedEvent] = [Event, CustomEvent];
  const element = document.createElement('i');
  const say = (event: Event) => apply(dispatchEvent, element, [event]);
  const pending = new PlainEvent('pending');
  const init = { __proto__: null, cancelable: true, relatedTarget: element };
  if (apply(dispatchEvent, window, [new MouseEvent(giving, init)])) return null;

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
  const flush = () => {
    for (let index = 0; index < before.length; index++) before[index]?.();
    const batch = `[${text}]`;
    text = '';
    count = 0;
    isNoted = false;
    if (batch.length > 2) say(new DetailedEvent('batch', { __proto__: null, detail: batch } as object));
  };
  const listen = (command: Command, run: () => void) => apply(addEventListener, element, [command, run]);
  listen('flush', flush);
  listen('go', () => {
    isOn = true;
  });
  listen('rest', () => {
    isOn = false;
  });

  return {
    get isOn() {
      return isOn;
    },
    note,
    hand(record) {
      // Our own world may be gone, and then nobody asks for it.
      if (count >= maxEventsASecond) return false;
      count++;
      text += (text === '' ? '' : ',') + stringify(record);
      note();
      return true;
    },
    flush,
    on: (command, run) => {
      if (command === 'flush') before[before.length] = run;
      else listen(command, run);
    },
  };
}
