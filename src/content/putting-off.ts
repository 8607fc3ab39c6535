/** How long deferred work waits before it looks for idle time of the page. */
const waitMs = 150;
/** How long it waits for idle time at most. */
const maxBusyMs = 1_000;
/** The longest slice of the page's time. */
const sliceMs = 10;

/** What a document has deferred. */
export interface PutOff {
  readonly document: Document;
  run(): void;
}

/** The deferred work of nested documents. It keeps none of them alive. */
export interface PuttingOff {
  /**
   * Runs the work once the page is idle, or as soon as one of them hurries, if it and its document still
   * exist.
   */
  add(putOff: PutOff): void;
  /** Runs all deferred work now. */
  hurry(): void;
}

/** Opens an empty list of deferred work. */
export function openPuttingOff(): PuttingOff {
  const waiting: WeakRef<PutOff>[] = [];
  const schedule = () => setTimeout(() => requestIdleCallback(runSome, { timeout: maxBusyMs }), waitMs);
  const runUntil = (isOver: () => boolean) => {
    while (waiting.length > 0 && !isOver()) {
      const putOff = waiting.shift()?.deref();
      if (putOff?.document.defaultView) putOff.run();
    }
  };
  const runSome = (deadline: IdleDeadline) => {
    const startedMs = performance.now();
    try {
      runUntil(() => deadline.timeRemaining() === 0 && performance.now() - startedMs > sliceMs);
    } finally {
      if (waiting.length > 0) schedule();
    }
  };
  return {
    add(putOff) {
      if (waiting.push(new WeakRef(putOff)) === 1) schedule();
    },
    hurry: () => runUntil(() => false),
  };
}
