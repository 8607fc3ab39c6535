import type { Counted, HandedOver } from '../protocol/content';
import { parseCounted, parseHandedOver } from '../protocol/parse-handed-over';
import type { NamingScript } from './signals/scripts';

// The private channel between our two worlds in a document: an element that is in no tree. The script in our
// own world runs first and waits for it. The script in the page's world creates it and hands it over before
// any script of the page runs. Events on it are synchronous, and the page cannot read or forge them.
// The two worlds meet on an object that is new in each document and in no tree, so that listeners on a window
// receive none of it.

export const giving = 'corscope';

/** The event target on which the two worlds meet. */
export function meetingPlace(): EventTarget {
  return document.fonts;
}

interface World {
  corscopeHasPageWorld?: true;
}

/**
 * Notes in our own world that a script in the page's world follows. Without it our script does not wait for
 * one.
 */
export function expectPageWorld(): void {
  (globalThis as unknown as World).corscopeHasPageWorld = true;
}

/**
 * The commands of our own world to the page's world. `start`: begin to observe, which happens once. `begin`:
 * report the listeners of the current message. `leave`: look at no more messages until the next flush.
 * `listen`: add the listeners again, because the page may have removed them.
 */
export type Command = 'start' | 'begin' | 'leave' | 'flush' | 'listen' | 'rest' | 'go';

/** What the page's world reports to our own. */
export interface FromPageWorld {
  /** The page's world is ready and waits for `start`. Not called if it was ready before. */
  met(): void;
  /** The page is about to get the window of a same-origin frame. */
  entering(frame: HTMLFrameElement | HTMLIFrameElement): void;
  records(records: readonly HandedOver[]): void;
  counted(counted: Counted): void;
  /** The page's world has something to hand over. */
  pending(): void;
  /** The page's world listens to messages, so our own listener must move behind its listener. */
  listening(): void;
  /** The page's world was asked for a function, stored on its element, that another document may know. */
  elsewhere(element: EventTarget): void;
  /** The page's world waits for what traps are made from. */
  ready(): void;
}

/** Our own world's end of the channel. */
export interface OwnEnd {
  command(command: Command): void;
  /** Passes on a script that is about to load, and the names in its URL. */
  script(script: NamingScript): void;
  /** Whether our script in the page's world is there. */
  readonly isConnected: boolean;
  /** Hands over what traps are made from. */
  giveTraps(made: unknown): void;
  /**
   * Passes on the element of another document. Returns whether the page's world knew the function stored on
   * it.
   */
  look(asking: EventTarget): boolean;
}

/** The state of waiting for the page's world. */
export interface Meeting {
  /** The element that the page's world handed over; null before that. */
  element: EventTarget | null;
  /** Called when the element arrives. */
  onMet(): void;
}

/** Waits for the page's world, if it has a script. */
export function awaitPageWorld(): Meeting {
  const meeting: Meeting = { element: null, onMet: () => {} };
  const meet = (event: Event) => {
    event.preventDefault();
    meeting.element = (event as MouseEvent).relatedTarget;
    meeting.onMet();
  };
  if ((globalThis as unknown as World).corscopeHasPageWorld)
    meetingPlace().addEventListener(giving, meet, { once: true });
  return meeting;
}

/** Listens to the page's world, from the moment they meet. */
export function openOwnEnd(meeting: Meeting, from: FromPageWorld): OwnEnd {
  const { met, entering, records, counted, pending, listening, elsewhere, ready } = from;
  const connect = () => {
    const { element } = meeting;
    if (!element) return;
    element.addEventListener('batch', (batch) => records(parseHandedOver((batch as CustomEvent).detail)));
    element.addEventListener('counted', (event) => {
      const { source, origin, lastEventId } = event as MessageEvent;
      const parsed = parseCounted(source, origin, lastEventId);
      if (parsed) counted(parsed);
    });
    element.addEventListener('entering', (event) =>
      entering((event as MouseEvent).relatedTarget as HTMLIFrameElement),
    );
    element.addEventListener('pending', pending);
    element.addEventListener('listening', listening);
    element.addEventListener('elsewhere', () => elsewhere(element));
    element.addEventListener('ready', ready);
  };
  connect();
  meeting.onMet = () => {
    connect();
    met();
  };
  const send = (event: Event) => meeting.element?.dispatchEvent(event);
  return {
    command: (command) => {
      send(new Event(command));
    },
    script: ({ element: script, ...naming }) => {
      const paths = naming.names.map((name) => name.split(/[.[\]]+/).filter((step) => step !== ''));
      const detail = JSON.stringify({ ...naming, paths });
      send(new CustomEvent('naming', { detail }));
      // This is the only kind of event that carries an element across.
      send(new MouseEvent('script', { relatedTarget: script }));
    },
    get isConnected() {
      return meeting.element !== null;
    },
    giveTraps(made) {
      send(new CustomEvent('traps', { detail: made }));
    },
    look: (asking) => send(new MouseEvent('look', { cancelable: true, relatedTarget: asking })) === false,
  };
}
