import type { ContentState, Place } from '../protocol/content';
import { type Extension, isFirefox } from './extension';
import { openPuttingOff, type PutOff, type PuttingOff } from './putting-off';
import { otherWindows } from './windows';

// Scripts of our own world in documents of one origin can reach each other, and the page can reach none of
// them.

/** What our script in one document offers to our scripts in other documents. */
export interface Door {
  /**
   * Makes the page's world of this document look up the function that is stored on the element. Returns
   * whether it knew the function.
   */
  look?(element: EventTarget): boolean;
  /** The module that traps are made from, once this document has it. */
  readonly module?: WebAssembly.Module | null;
  /** The last state from the background; null before the first. */
  readonly state: ContentState | null;
  /** The tab and frame of this document, once the background has sent them. */
  readonly place?: Place | null;
  /** Called just before the page gets this document's window. */
  enter?(): void;
}

/** Reaches our scripts in the other documents of this origin. */
export interface Doors {
  /** Sets this document's door, replacing the one before. */
  serve(door: Door): void;
  /** Adds the listener again, in case the page removed it. */
  listen(): void;
  /**
   * Makes the page's worlds of other documents look up the function stored on an element, until one knows it.
   */
  look(element: EventTarget): void;
  module(): WebAssembly.Module | null;
  /**
   * The last state of the parent document; null if that is cross-origin or has none, and always in Firefox.
   */
  stateAround(): ContentState | null;
  /** Notifies a frame's document that the page is about to get its window. */
  enter(frame: HTMLFrameElement | HTMLIFrameElement): void;
  /**
   * The tab and frame of a window; null if its document does not know them yet, undefined if that cannot be
   * asked.
   */
  placeOf(other: object): Place | null | undefined;
  /**
   * Runs a function later, if this document still exists then, or as soon as any of these documents hurries.
   */
  putOff(run: () => void): void;
  /**
   * Runs everything they deferred at once, because one of them is about to ask the background where frames
   * are.
   */
  hurry(): void;
}

/** The global of our own world in Chromium through which same-origin documents reach each other. */
interface Doorway {
  own: Door | null;
  /** What this document has deferred. */
  putOff: PutOff | null;
  /** In the outermost document: what the documents inside it have deferred. */
  readonly puttingOff: PuttingOff;
}

/** Opens the doors of this document, which serves nothing yet. */
export function openDoors(extension: Extension): Doors {
  return isFirefox ? openFirefoxDoors(extension.runtime.getURL('')) : openChromiumDoors();
}

/**
 * The doorway in a window's document; null if there is none. An element or frame named `corscope` is not one.
 */
function doorwayOf(other: object): Doorway | null {
  try {
    return Object.getOwnPropertyDescriptor(other, 'corscope')?.value ?? null;
  } catch {
    // It is of another origin.
    return null;
  }
}

function openChromiumDoors(): Doors {
  const mine: Doorway = { own: null, putOff: null, puttingOff: openPuttingOff() };
  const doorOf = (other: object) => doorwayOf(other)?.own ?? null;
  Object.defineProperty(globalThis, 'corscope', { value: mine });
  const sharedPuttingOff = () => {
    let outermost = mine;
    for (let inner: Window = window; inner !== inner.parent; inner = inner.parent) {
      const around = doorwayOf(inner.parent);
      if (!around) break;
      outermost = around;
    }
    return outermost.puttingOff;
  };
  const doors = function* () {
    for (const other of otherWindows()) {
      const door = doorOf(other);
      if (door) yield door;
    }
  };
  return {
    serve(door) {
      mine.own = door;
    },
    listen: () => {},
    look(element) {
      for (const door of doors()) if (door.look?.(element)) return;
    },
    module() {
      for (const { module } of doors()) if (module) return module;
      return null;
    },
    stateAround: () => doorOf(window.parent)?.state ?? null,
    placeOf: (other) => doorOf(other)?.place,
    putOff(run) {
      mine.putOff = { document, run };
      sharedPuttingOff().add(mine.putOff);
    },
    hurry: () => sharedPuttingOff().hurry(),
    enter: ({ contentWindow }) => contentWindow && doorOf(contentWindow)?.enter?.(),
  };
}

/**
 * In Firefox documents share no global, so an event is used. Its type is our extension's base URL, which only
 * we know.
 */
function openFirefoxDoors(type: string): Doors {
  let served: Door | null = null;
  const onLook = (event: Event) => {
    const { relatedTarget } = event as MouseEvent;
    event.stopImmediatePropagation();
    if (relatedTarget && served?.look?.(relatedTarget)) event.preventDefault();
  };
  return {
    serve(door) {
      served = door;
    },
    listen: () => window.addEventListener(type, onLook, true),
    look(element) {
      for (const other of otherWindows()) {
        try {
          if (!other.dispatchEvent(new MouseEvent(type, { cancelable: true, relatedTarget: element })))
            return;
        } catch {
          // It is of another origin.
        }
      }
    },
    module: () => null,
    stateAround: () => null,
    enter: () => {},
    placeOf: () => undefined,
    putOff: () => {},
    hurry: () => {},
  };
}
