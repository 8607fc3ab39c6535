// The browser functions used in the page's world, captured before the page's first script could change them.

export const {
  apply,
  construct,
  defineProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  has,
  ownKeys,
  setPrototypeOf,
} = Reflect;
export const { now } = Date;
export const { indexOf, slice } = String.prototype;
export const { toString: textOfFunctions } = Function.prototype;
export const { captureStackTrace } = Error;
export const { setPrototypeOf: setPrototypeOrThrow } = Object;

const { preventDefault } = Event.prototype;
const { addEventListener, dispatchEvent, removeEventListener } = EventTarget.prototype;
const { get, set } = WeakMap.prototype;

type Run = (this: never, ...args: readonly never[]) => void;

let failed: () => void = () => {};

/** Sets the callback for exceptions thrown by our own code. */
export function onFailure(run: () => void): void {
  failed = run;
}

/**
 * Runs a function of ours and returns its result. An exception never reaches the page: it is reported to the
 * `onFailure` callback, and undefined is returned.
 */
export function guarded<Result>(
  run: ((...args: never[]) => Result) | undefined,
  self?: unknown,
  args: readonly unknown[] = [],
): Result | undefined {
  try {
    return run && apply(run, self, args);
  } catch {
    failed();
    return undefined;
  }
}

/** The function of ours that the page or the browser called last: stack traces start behind it. */
export const entry: { by: Run | null; ours: number } = { by: null, ours: 0 };

/** Sets that function. `ours`: how many of the lines that follow belong to a trap without a name. */
export function entering(by: Run, ours = 0): void {
  entry.by = by;
  entry.ours = ours;
}

const guards = new WeakMap<Run, Run>();

function guardOf(listener: Run): Run {
  const known = apply(get, guards, [listener]) as Run | undefined;
  if (known) return known;
  const guard = function (this: unknown, event: Event) {
    entering(guard);
    guarded(listener, this, [event]);
  };
  apply(set, guards, [listener, guard]);
  return guard;
}

/** Adds a listener of ours, guarded. */
export function listen(target: unknown, type: string, listener: Run, options?: unknown): void {
  apply(addEventListener, target, [type, guardOf(listener), options]);
}

export function unlisten(target: unknown, type: string, listener: Run, options?: unknown): void {
  apply(removeEventListener, target, [type, guardOf(listener), options]);
}

/** Moves a listener of the page behind all current listeners. */
export function moveBehind(target: unknown, type: string, listener: unknown, options: unknown): void {
  apply(removeEventListener, target, [type, listener, options]);
  apply(addEventListener, target, [type, listener, options]);
}

export function dispatch(target: unknown, event: Event): boolean {
  return apply(dispatchEvent, target, [event]) as boolean;
}

/** Cancels an event, so that `dispatch()` returns false. */
export function cancel(event: Event): void {
  apply(preventDefault, event, []);
}

/** Notes attached to objects of the page. */
export interface Notes<Note> {
  of(object: unknown): Note | undefined;
  put(object: object, note: Note): void;
}

export function openNotes<Note>(): Notes<Note> {
  const notes = new WeakMap<object, Note>();
  return {
    of: (object) => apply(get, notes, [object]),
    put: (object, note) => void apply(set, notes, [object, note]),
  };
}
