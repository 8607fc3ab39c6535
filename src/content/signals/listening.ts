import type { Signals } from './signals';

/** An event of a target that this document may lack. */
type Listening = readonly [
  target: EventTarget | null | undefined,
  type: string,
  listener: (event: never) => void,
];

/** Listens to these events in the capturing phase. It does not listen yet; to listen twice is to listen once. */
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
