import type { Doors } from './doors';
import { isFirefox } from './extension';
import { compileTrap, exportTraps } from './frameless';
import type { OwnEnd } from './hand-over';

/** Gives the page's world what its traps are made of. */
export interface TrapGiving {
  /** Gives it, once it can be had. `canCompile`: the document's own policies allow WebAssembly, as far as is known. */
  give(canCompile: boolean): void;
  /** What they are made of in Chromium, once it was given. */
  readonly module: WebAssembly.Module | null;
}

/** Nothing is given yet. */
export function openTrapGiving(main: OwnEnd, doors: Doors): TrapGiving {
  let module: WebAssembly.Module | null = null;
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
    get module() {
      return module;
    },
  };
}
