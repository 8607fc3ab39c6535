import type { Doors } from './doors';
import { isFirefox } from './extension';
import { compileTrap, exportTraps } from './frameless';
import type { OwnEnd } from './hand-over';

/** Hands the page's world what its traps are made from. */
export interface TrapGiving {
  /**
   * Hands it over as soon as it is available. `canCompile`: true if the document's own policies are known to allow
   * WebAssembly.
   */
  give(canCompile: unknown): void;
  /** In Chromium: the module they are made from, once it was handed over. */
  readonly module: WebAssembly.Module | null;
}

/** Opens the hand-over of traps, with nothing handed over yet. */
export function openTrapGiving(main: OwnEnd, doors: Doors): TrapGiving {
  let module: WebAssembly.Module | null = null;
  return {
    give(canCompile) {
      if (module) return;
      if (isFirefox) {
        main.giveTraps(exportTraps());
        return;
      }
      // The background does not know a policy in a document's markup.
      const isAllowed =
        canCompile === true && !document.querySelector('meta[http-equiv=Content-Security-Policy i]');
      module = doors.module() ?? (isAllowed ? compileTrap() : null);
      if (module) main.giveTraps(module);
    },
    get module() {
      return module;
    },
  };
}
