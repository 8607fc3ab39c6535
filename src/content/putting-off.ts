/** How long what is put off waits; longer while the page is busy. */
const waitMs = 150;
const maxBusyMs = 1_000;
/** Of the page's time, at once. */
const sliceMs = 10;

/** What a document has put off. */
export interface PutOff {
  readonly document: Document;
  readonly sinceMs: number;
  run(): void;
}

/** What documents within each other have put off. It keeps none of them alive. */
export interface PuttingOff {
  /** Runs this later, or as soon as one of them hurries, if it and its document are still there. */
  add(putOff: PutOff): void;
  /** Runs all of it now. */
  hurry(): void;
}

/** Nothing is put off yet. */
export function openPuttingOff(): PuttingOff {
  const waiting: WeakRef<PutOff>[] = [];
  let isScheduled = false;
  const schedule = () => {
    if (isScheduled || waiting.length === 0) return;
    isScheduled = true;
    setTimeout(() => requestIdleCallback(runOld, { timeout: maxBusyMs }), waitMs);
  };
  const runOld = (deadline: IdleDeadline) => {
    const begunMs = performance.now();
    const isYoung = (putOff: PutOff | undefined) => putOff && putOff.sinceMs > begunMs - waitMs;
    const hasTime = () => deadline.timeRemaining() > 0 || performance.now() - begunMs < sliceMs;
    while (waiting.length > 0 && hasTime() && !isYoung(waiting[0]?.deref())) runAll(waiting.splice(0, 1));
    isScheduled = false;
    schedule();
  };
  return {
    add(putOff) {
      waiting.push(new WeakRef(putOff));
      schedule();
    },
    hurry() {
      runAll(waiting.splice(0));
    },
  };
}

function runAll(all: readonly WeakRef<PutOff>[]): void {
  for (const each of all) {
    const putOff = each.deref();
    if (putOff?.document.defaultView) putOff.run();
  }
}
