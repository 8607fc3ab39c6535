import {
  apply,
  captureStackTrace,
  defineProperty,
  getPrototypeOf,
  has,
  openNotes,
  setPrototypeOf,
  setPrototypeOrThrow,
  slice,
} from './natives';

// Proxies that stand in for functions of the page's world, and the one operation in which a proxy differs
// from its function.

type Callable = (...args: readonly unknown[]) => unknown;

const maxPrototypes = 20;
const originals = openNotes<Callable>();

/** The original of an observed function of this realm; undefined if it is not an observed function. */
export function originalOf(ours: unknown): Callable | undefined {
  return originals.of(ours);
}

/** A proxy that stands in for a function. */
export function standFor(original: Callable, handler: object): Callable {
  defineOn(handler, 'setPrototypeOf', { __proto__: null, value: setPrototype });
  const ours = new Proxy(original, handler as ProxyHandler<Callable>);
  originals.put(ours, original);
  return ours;
}

/**
 * Rejects a prototype chain that contains the function itself, as the browser does: behind a proxy the
 * browser does not notice the cycle.
 */
function setPrototype(target: Callable, prototype: object | null): boolean {
  let above = prototype;
  for (let depth = 0; above && depth < maxPrototypes; depth++) {
    if (originals.of(above) === target) return refuseCycle(target);
    above = getPrototypeOf(above);
  }
  return setPrototypeOf(target, prototype);
}

/**
 * Throws as `Object.setPrototypeOf` does, with an error that contains nothing of ours, or returns false as
 * `Reflect` does.
 */
function refuseCycle(target: Callable): boolean {
  if (isCalledByReflect()) return false;
  try {
    setPrototypeOrThrow(target, target);
  } catch (error) {
    captureStackTrace(error as object, setPrototype);
    throw error;
  }
  return false;
}

/** Whether `Reflect.setPrototypeOf` is the caller, which Chromium's stack traces show. */
function isCalledByReflect(): boolean {
  if (has(Error, 'prepareStackTrace')) return false;
  const holder: { readonly __proto__: null; stack?: string } = { __proto__: null };
  captureStackTrace(holder, setPrototype);
  const [heading, by] = ['Error\n    ', 'at Reflect.'];
  return apply(slice, holder.stack, [heading.length, heading.length + by.length]) === by;
}

/** Defines a property by a descriptor with the null prototype; returns the object. */
export function defineOn(object: object, name: string, descriptor: object): object {
  defineProperty(object, name, descriptor as PropertyDescriptor);
  return object;
}
