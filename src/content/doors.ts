import type { ContentState } from '../protocol/content';
import type { Extension } from './extension';
import { otherWindows } from './windows';

// Scripts of our own world in documents of one origin reach each other, and nothing of the page's reaches them.

/** What our own world's script in a document does for those in others. */
export interface Door {
  /** Has the page's world of this document look at what waits on that element. Whether it knew it. */
  look(element: EventTarget): boolean;
  /** What traps are made of, once this document has it. */
  readonly module: WebAssembly.Module | null;
  /** What the background last said, once it has. */
  readonly state: ContentState | null;
  /** The page is about to get this document's window. */
  enter(): void;
}

/** What is there once for the documents of one origin that are within each other. */
interface Shared {
  /** What documents are about to say of themselves. */
  readonly soon: Set<() => void>;
}

/** The way to the other documents of this origin. */
export interface Doors {
  /** Listens, should somebody have taken the listener away. */
  listen(): void;
  /** Has the page's worlds of other documents look at what waits on an element, until one knows it. */
  look(element: EventTarget): void;
  module(): WebAssembly.Module | null;
  /** What the document around this one was last told, if it is of this origin; null in Firefox. */
  stateAround(): ContentState | null;
  /** Says in a frame that the page is about to get its window. */
  enter(frame: HTMLFrameElement | HTMLIFrameElement): void;
  /** Runs something in the next task, or as soon as a document here hurries; gives what keeps it from running. */
  soon(run: () => void): () => void;
  /** Has the documents within each other say now what they are about to: one of them asks where frames are. */
  hurry(): void;
}

/** What Chromium has in a global of our own world, which such documents share the way to. */
type OpenDoor = Door & Shared;

/** Opens this document's door. */
export function openDoors(own: Door, { runtime }: Extension): Doors {
  return runtime.getFrameId ? openFirefoxDoors(own, runtime.getURL('')) : openChromiumDoors(own);
}

/** The door of a window's document, if that has ours. An element or a frame that the page calls so is none. */
function doorOf(other: object): OpenDoor | null {
  try {
    return Object.getOwnPropertyDescriptor(other, 'corscope')?.value ?? null;
  } catch {
    // It is of another origin.
    return null;
  }
}

function openChromiumDoors(own: Door): Doors {
  const mine: OpenDoor = Object.assign(own, { soon: new Set<() => void>() });
  Object.defineProperty(globalThis, 'corscope', { value: mine });
  /** That of the outermost document of this origin around this one. */
  const soonOfAll = () => {
    let outermost = mine;
    for (let inner: Window = window; inner !== inner.parent; inner = inner.parent) {
      const door = doorOf(inner.parent);
      if (!door) break;
      outermost = door;
    }
    return outermost.soon;
  };
  const doors = function* () {
    for (const other of otherWindows()) {
      const door = doorOf(other);
      if (door) yield door;
    }
  };
  return {
    listen: () => {},
    look(element) {
      for (const door of doors()) if (door.look(element)) return;
    },
    module() {
      for (const { module } of doors()) if (module) return module;
      return null;
    },
    stateAround: () => doorOf(window.parent)?.state ?? null,
    soon(run) {
      const all = soonOfAll();
      const withdraw = () => {
        clearTimeout(timer);
        all.delete(now);
      };
      const now = () => {
        withdraw();
        run();
      };
      const timer = setTimeout(now);
      all.add(now);
      return withdraw;
    },
    hurry() {
      for (const now of [...soonOfAll()]) now();
    },
    enter: ({ contentWindow }) => contentWindow && doorOf(contentWindow)?.enter(),
  };
}

/** In Firefox no global is shared; but only we know what our files' URLs begin with. */
function openFirefoxDoors(own: Door, type: string): Doors {
  const onLook = (event: Event) => {
    const { relatedTarget } = event as MouseEvent;
    event.stopImmediatePropagation();
    if (relatedTarget && own.look(relatedTarget)) event.preventDefault();
  };
  return {
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
    soon(run) {
      run();
      return () => {};
    },
    hurry: () => {},
  };
}
