import { openDoors } from './doors';
import type { Extension } from './extension';
import { compileTrap, exportTraps } from './frameless';
import type { OwnEnd } from './hand-over';

/** Gives the page's world what its traps are made of, and the way to the worlds of other documents. */
export interface TrapGiving {
  /** Gives it, once it can be had. `canCompile`: the document's own policies allow WebAssembly, as far as is known. */
  give(canCompile: boolean): void;
  /** Listens, should somebody have taken the listener away. */
  listen(): void;
  /** Has the page's worlds of other documents look at what waits on an element, until one knows it. */
  lookElsewhere(element: EventTarget): void;
}

/** Nothing is given yet. */
export function openTrapGiving(main: OwnEnd, extension: Extension): TrapGiving {
  const isFirefox = extension.runtime.getFrameId !== undefined;
  let module: WebAssembly.Module | null = null;
  const doors = openDoors(
    {
      look: main.look,
      get module() {
        return module;
      },
    },
    extension,
  );
  return {
    give(canCompile) {
      if (module) return;
      if (isFirefox) {
        main.giveTraps(exportTraps());
        return;
      }
      // A policy in a document's markup is not known to the background.
      const isAllowed = canCompile && !document.querySelector('meta[http-equiv=Content-Security-Policy i]');
      module = doors.module() ?? (isAllowed ? compileTrap() : null);
      if (module) main.giveTraps(module);
    },
    listen: doors.listen,
    lookElsewhere: doors.look,
  };
}
