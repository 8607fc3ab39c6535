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

// Proxies that stand for functions of the page's world, and the one thing that a proxy is asked and its function is not.

type Callable = (...args: readonly unknown[]) => unknown;

const maxPrototypes = 20;
const originals = openNotes<Callable>();

/** The function that an observed one of this realm stands for; undefined if it is none. */
export function originalOf(ours: unknown): Callable | undefined {
  return originals.of(ours);
}

/** A proxy that stands for a function. */
export function standFor(original: Callable, handler: object): Callable {
  defineOn(handler, 'setPrototypeOf', { __proto__: null, value: setPrototype });
  const ours = new Proxy(original, handler as ProxyHandler<Callable>);
  originals.put(ours, original);
  return ours;
}

/** A function that is to be in its own prototype chain is refused, as the browser refuses it: it does not see it. */
function setPrototype(target: Callable, prototype: object | null): boolean {
  let above = prototype;
  for (let depth = 0; above && depth < maxPrototypes; depth++) {
    if (originals.of(above) === target) return refuseCycle(target);
    above = getPrototypeOf(above);
  }
  return setPrototypeOf(target, prototype);
}

/** As `Object.setPrototypeOf` does it, with an error that knows nothing of ours; `Reflect` answers with false. */
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

/** Chromium's stacks name the browser's function that asks. */
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
