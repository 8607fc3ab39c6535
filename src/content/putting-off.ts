/** Before anything is run, and until it is run where the page has no time to spare. */
const waitMs = 150;
const maxBusyMs = 1_000;
/** Of the page's time, at once. */
const sliceMs = 10;

/** What a document has put off. */
export interface PutOff {
  readonly document: Document;
  run(): void;
}

/** What documents within each other have put off. It keeps none of them alive. */
export interface PuttingOff {
  /** Runs this once the page has time, or as soon as one of them hurries, if it and its document are still there. */
  add(putOff: PutOff): void;
  /** Runs all of it now. */
  hurry(): void;
}

/** Nothing is put off yet. */
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
    const begunMs = performance.now();
    try {
      runUntil(() => deadline.timeRemaining() === 0 && performance.now() - begunMs > sliceMs);
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
