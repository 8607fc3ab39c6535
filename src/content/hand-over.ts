import type { Counted, HandedOver } from '../protocol/content';
import { parseCounted, parseHandedOver } from '../protocol/parse-handed-over';
import type { NamingScript } from './signals/scripts';

// The private channel between our two worlds in a document: an element that no tree has. Our own world's script
// runs first and waits for it; the page's world's script makes it and gives it away before any of the page's.
// Events on it are synchronous, and the page can neither read nor forge them. They meet on an object that each
// document has anew and that is in no tree: a window's listeners hear nothing of it.

export const giving = 'corscope';

/** Where they meet. */
export function meetingPlace(): EventTarget {
  return document.fonts;
}

interface World {
  corscopeHasPageWorld?: true;
}

/** Says in our own world that a script in the page's world follows: without one, nobody waits for it. */
export function expectPageWorld(): void {
  (globalThis as unknown as World).corscopeHasPageWorld = true;
}

/**
 * What our own world tells the page's world. `start`: it begins to observe, which it does once; `begin`: of the message
 * under way the listeners are wanted; `leave`: it looks at no more messages until the next flush; `listen`: somebody may
 * have taken the listeners away.
 */
export type Command = 'start' | 'begin' | 'leave' | 'flush' | 'listen' | 'rest' | 'go';

/** What the page's world tells our own. */
export interface FromPageWorld {
  /** It is there, and waits for `start`. Not called where it was there before. */
  met(): void;
  /** The page is about to get the window of a frame, which is of this origin. */
  entering(frame: HTMLFrameElement | HTMLIFrameElement): void;
  records(records: readonly HandedOver[]): void;
  counted(counted: Counted): void;
  /** There is something to hand over. */
  pending(): void;
  /** It listens to messages: our own world's listener is to come after its. */
  listening(): void;
  /** It was asked for a function that waits on its element, and which another document may know. */
  elsewhere(element: EventTarget): void;
  /** It waits for what traps are made of. */
  ready(): void;
}

/** Our own world's end. */
export interface OwnEnd {
  command(command: Command): void;
  /** Shows a script that is about to load, and what its URL names. */
  script(script: NamingScript): void;
  /** Whether the page's world has a script. */
  readonly isConnected: boolean;
  /** Gives what traps are made of. */
  giveTraps(made: unknown): void;
  /** Shows an element of another document's; whether the page's world knew the function that waits there. */
  look(asking: EventTarget): boolean;
}

/** The wait for the page's world. */
export interface Meeting {
  /** What it gave; null before. */
  element: EventTarget | null;
  /** Runs as it comes. */
  onMet(): void;
}

/** Waits for the page's world, if it is to come. */
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

/** Listens to the page's world, from when they meet. */
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
      // The one kind of event that carries an element across.
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
