import type { Signals } from './signals';

/** An event, and its target, which this document may lack. */
type Listening = readonly [
  target: EventTarget | null | undefined,
  type: string,
  listener: (event: never) => void,
];

/**
 * Returns a listener for these events in the capture phase. It does not listen yet, and listening twice has
 * no further effect.
 */
export function listening(...events: readonly Listening[]): Signals {
  return {
    listen() {
      for (const [target, type, listener] of events)
        target?.addEventListener(type, listener as EventListener, true);
    },
    stop() {
      for (const [target, type, listener] of events)
        target?.removeEventListener(type, listener as EventListener, true);
    },
  };
}
