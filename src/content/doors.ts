import type { ContentState, Place } from '../protocol/content';
import { type Extension, isFirefox } from './extension';
import { openPuttingOff, type PutOff, type PuttingOff } from './putting-off';
import { otherWindows } from './windows';

// Scripts of our own world in documents of one origin reach each other, and nothing of the page's reaches them.

/** What our own world's script in a document does for those in others. */
export interface Door {
  /** Has the page's world of this document look at what waits on that element. Whether it knew it. */
  look?(element: EventTarget): boolean;
  /** What traps are made of, once this document has it. */
  readonly module?: WebAssembly.Module | null;
  /** What the background last said, once it has. */
  readonly state: ContentState | null;
  /** Which frame of which tab it is, once the background has said it. */
  readonly place?: Place | null;
  /** The page is about to get this document's window. */
  enter?(): void;
}

/** The way to the other documents of this origin. */
export interface Doors {
  /** Puts this behind this document's door, in place of what was there. */
  serve(own: Door): void;
  /** Listens, should somebody have taken the listener away. */
  listen(): void;
  /** Has the page's worlds of other documents look at what waits on an element, until one knows it. */
  look(element: EventTarget): void;
  module(): WebAssembly.Module | null;
  /** What the document around this one was last told, if it is of this origin; null in Firefox. */
  stateAround(): ContentState | null;
  /** Says in a frame that the page is about to get its window. */
  enter(frame: HTMLFrameElement | HTMLIFrameElement): void;
  /** Which frame a window is of; null where it does not know it yet, undefined where its document cannot be asked. */
  placeOf(other: object): Place | null | undefined;
  /** Runs this a while later, if this document is still there then, or as soon as one of these documents hurries. */
  putOff(run: () => void): void;
  /** Has them run at once what they have put off: one of them asks the background where frames are. */
  hurry(): void;
}

/** What Chromium has in a global of our own world, which such documents share the way to. */
interface Doorway {
  own: Door | null;
  /** What this document has put off. */
  putOff: PutOff | null;
  /** Of the outermost document, what those within it have. */
  readonly puttingOff: PuttingOff;
}

/** The way to others from this document, which has nothing behind its own door yet. */
export function openDoors(extension: Extension): Doors {
  return isFirefox ? openFirefoxDoors(extension.runtime.getURL('')) : openChromiumDoors();
}

/** The doorway of a window's document, if that has ours. An element or a frame that the page calls so is none. */
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
  const puttingOff = () => {
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
    serve(own) {
      mine.own = own;
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
      puttingOff().add(mine.putOff);
    },
    hurry: () => puttingOff().hurry(),
    enter: ({ contentWindow }) => contentWindow && doorOf(contentWindow)?.enter?.(),
  };
}

/** In Firefox no global is shared; but only we know what our files' URLs begin with. */
function openFirefoxDoors(type: string): Doors {
  let own: Door | null = null;
  const onLook = (event: Event) => {
    const { relatedTarget } = event as MouseEvent;
    event.stopImmediatePropagation();
    if (relatedTarget && own?.look?.(relatedTarget)) event.preventDefault();
  };
  return {
    serve(next) {
      own = next;
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
