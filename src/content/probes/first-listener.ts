import { dispatch, listen, moveBehind, unlisten } from '../natives';

/**
 * The first of a window's `message` listeners, as long as it is the only one. Nothing in the page can keep a
 * message from it, so it needs no marker before it: every listener is expensive for a browser, and most
 * windows have only one.
 */
export interface FirstListener {
  is(listener: object, capture: boolean): boolean;
  /** Starts with a listener; `run` is what its marker would do. */
  begin(listener: object, capture: boolean, run: () => void): void;
  /** Called for a message before the listener gets it. */
  run(): void;
  /** Puts the marker before the listener, because another one is about to be added or observing ends. */
  mark(): void;
  forget(): void;
  /** Forgets the listener if `document.open()` removed it. */
  check(): void;
}

interface First {
  readonly listener: object;
  readonly capture: boolean;
  readonly run: () => void;
}

/** Opens the state without a first listener. */
export function openFirstListener(): FirstListener {
  // A listener for an event that only we know is removed together with all the others.
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
