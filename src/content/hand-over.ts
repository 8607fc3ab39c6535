import { type Counted, type FlatHint, type HandedOver, maxEventsASecond } from '../protocol/content';
import { parseCounted, parseHandedOver } from '../protocol/parse-page-events';

// The private channel between our two worlds in a document: an element that no tree has. Our own world's script
// runs first and waits for it; the page's world's script makes it and gives it away before any of the page's.
// Events on it are synchronous, and the page can neither read nor forge them.

const giving = 'corscope';

/**
 * What our own world tells the page's world. `begin`: of the message under way the listeners are wanted; `leave`:
 * it looks at no more messages until the next flush; `listen`: somebody may have taken the listeners away.
 */
export type Command = 'begin' | 'leave' | 'flush' | 'listen' | 'rest' | 'go';

/** What the page's world tells our own. */
export interface FromPageWorld {
  records(records: readonly HandedOver[]): void;
  counted(counted: Counted): void;
  /** There is something to hand over. */
  pending(): void;
  /** It listens to messages: our own world's listener is to come after its. */
  listening(): void;
}

/** Our own world's end. */
export interface OwnEnd {
  command(command: Command): void;
  /** Whether the page's world has a script. */
  readonly isConnected: boolean;
}

/** Waits for the page's world. */
export function openOwnEnd({ records, counted, pending, listening }: FromPageWorld): OwnEnd {
  let element: EventTarget | null = null;
  window.addEventListener(
    giving,
    (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      element = (event as MouseEvent).relatedTarget;
      element?.addEventListener('batch', (batch) => records(parseHandedOver((batch as CustomEvent).detail)));
      element?.addEventListener('counted', (event) => {
        const { source, origin, lastEventId } = event as MessageEvent;
        const parsed = parseCounted(source, origin, lastEventId);
        if (parsed) counted(parsed);
      });
      element?.addEventListener('pending', pending);
      element?.addEventListener('listening', listening);
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

/** The same of messages that were counted. */
export interface FlatCounted extends Omit<Counted, 'senderOrigin'> {
  readonly __proto__: null;
  readonly origin: string;
}

/** The page's world's end. Nothing that the page may have changed since is used. */
export interface PageEnd {
  /** Whether anything is wanted. */
  readonly isOn: boolean;
  /** Says that there is something to hand over, if that was not said since the last flush. */
  note(): void;
  /** Hands over a record with the next flush; false if too many wait for that. */
  hand(record: Flat): boolean;
  /** Hands over, at once, how many messages came from where. */
  count(counted: FlatCounted): void;
  /** Says that its listener is in place. */
  listening(): void;
  /** Hands over all there is, at once. */
  flush(): void;
  on(command: Command, run: () => void): void;
}

/** Connects to our own world; null if it does not answer. */
export function openPageEnd(): PageEnd | null {
  const { apply } = Reflect;
  const { stringify } = JSON;
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const [PlainEvent, DetailedEvent, OneMessage] = [Event, CustomEvent, MessageEvent];
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
    count({ source, origin, isTrusted, atMs, count }) {
      const lastEventId = stringify({ __proto__: null, isTrusted, atMs, count });
      // The one kind of event that carries a window across.
      const init = { __proto__: null, source, origin, lastEventId };
      say(new OneMessage('counted', init as MessageEventInit));
    },
    listening: () => say(new PlainEvent('listening')),
    flush,
    on: (command, run) => {
      if (command === 'flush') before[before.length] = run;
      else listen(command, run);
    },
  };
}
