// What is used of the browser in the page's world, captured before the page's first script could change it.

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

export function listen(target: unknown, type: string, listener: unknown, options?: unknown): void {
  apply(addEventListener, target, [type, listener, options]);
}

export function unlisten(target: unknown, type: string, listener: unknown, options?: unknown): void {
  apply(removeEventListener, target, [type, listener, options]);
}

export function dispatch(target: unknown, event: Event): boolean {
  return apply(dispatchEvent, target, [event]) as boolean;
}

/** Marks a cancelable event, which `dispatch()` then answers with false. */
export function cancel(event: Event): void {
  apply(preventDefault, event, []);
}

/** Notes on objects of the page's. */
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
