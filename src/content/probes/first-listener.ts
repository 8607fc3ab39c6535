import { dispatch, listen, moveBehind, unlisten } from '../natives';

/**
 * The first of a window's `message` listeners, as long as it is the only one. Nothing of the page's can keep a
 * message from it, so that it needs no marker before it: every listener is dear to a browser, and most windows have
 * but one.
 */
export interface FirstListener {
  is(listener: object, capture: boolean): boolean;
  /** Begins with that one; `run` is what its marker would do. */
  begin(listener: object, capture: boolean, run: () => void): void;
  /** A message comes, and it is the first to hear of it. */
  run(): void;
  /** Another one is about to come, or it is looked at no more: puts the marker before it. */
  mark(): void;
  forget(): void;
  /** `document.open()` may have taken it away. */
  check(): void;
}

interface First {
  readonly listener: object;
  readonly capture: boolean;
  readonly run: () => void;
}

/** None yet. */
export function openFirstListener(): FirstListener {
  // What listens to an event that only we know of goes away with all the others.
  const proof = new Event(`${Math.random()}`);
  let first: First | null = null;
  let isProven = false;
  const prove = () => {
    isProven = true;
  };
  const isThere = () => {
    isProven = false;
    dispatch(window, proof);
    return isProven;
  };
  const self: FirstListener = {
    is: (listener, capture) => first !== null && first.listener === listener && first.capture === capture,
    begin(listener, capture, run) {
      first = { listener, capture, run };
      listen(window, proof.type, prove);
    },
    run: () => first?.run(),
    mark() {
      if (!first) return;
      const { listener, capture, run } = first;
      if (isThere()) {
        listen(window, 'message', run, capture);
        moveBehind(window, 'message', listener, capture);
      }
      self.forget();
    },
    forget() {
      first = null;
      unlisten(window, proof.type, prove);
    },
    check() {
      if (first && !isThere()) first = null;
    },
  };
  return self;
}
