import type { Counted, HandedOver } from '../protocol/content';
import { parseCounted, parseHandedOver } from '../protocol/parse-handed-over';
import type { NamingScript } from './signals/scripts';

// The private channel between our two worlds in a document: an element that no tree has. Our own world's script
// runs first and waits for it; the page's world's script makes it and gives it away before any of the page's.
// Events on it are synchronous, and the page can neither read nor forge them.

export const giving = 'corscope';

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
  /** Shows a script that is about to load, and what its URL names. */
  script(script: NamingScript): void;
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
    script: ({ element: script, ...naming }) => {
      const paths = naming.names.map((name) => name.split(/[.[\]]+/).filter((step) => step !== ''));
      const detail = JSON.stringify({ ...naming, paths });
      element?.dispatchEvent(new CustomEvent('naming', { detail }));
      // The one kind of event that carries an element across.
      element?.dispatchEvent(new MouseEvent('script', { relatedTarget: script }));
    },
    get isConnected() {
      return element !== null;
    },
  };
}
