// How functions of the page's world are observed without changing what they do. Everything is captured when this
// script starts, before the page's own, and every handler has a null prototype: with a plain one, a page that
// defines `Object.prototype.get` would become a trap of our proxies.

const { apply, defineProperty, getOwnPropertyDescriptor, setPrototypeOf } = Reflect;

type Slot = 'value' | 'get' | 'set';
type Callable = (...args: readonly unknown[]) => unknown;

/** A change of a property of the page's that can be undone and done again. */
export interface Patch {
  /** Puts our function in place of the original, unless the page has its own there by now. */
  put(): void;
  /** Puts the original back, unless the page has its own there by now. */
  putBack(): void;
}

/**
 * Calls back before each call of a function. Nothing of ours is on the stack when the function itself runs, so
 * that it takes the page for its caller: `postMessage` takes `event.source` from there. No arguments are seen.
 */
export function quiet(owner: object, name: string, slot: Slot, tick: () => void): Patch {
  return patch(owner, name, slot, (original) => {
    return new Proxy(original, {
      __proto__: null,
      get apply() {
        tick();
        return apply;
      },
    } as ProxyHandler<Callable>);
  });
}

/** What to do before and after a call that is made with these arguments. */
interface Hooks {
  before?(self: unknown, args: readonly unknown[]): void;
  after?(self: unknown): void;
}

/** Runs hooks around each call of a function. Not for what takes its caller from the stack: ours is on it. */
export function around(owner: object, name: string, slot: Slot, { before, after }: Hooks): Patch {
  return patch(owner, name, slot, (original) => {
    return new Proxy(original, {
      __proto__: null,
      apply(target: Callable, self: unknown, args: readonly unknown[]) {
        before?.(self, args);
        const result = apply(target, self, args);
        after?.(self);
        return result;
      },
    } as ProxyHandler<Callable>);
  });
}

function patch(owner: object, name: string, slot: Slot, wrap: (original: Callable) => Callable): Patch {
  const original = getOwnPropertyDescriptor(owner, name)?.[slot];
  if (typeof original !== 'function') return { put: () => {}, putBack: () => {} };
  const ours = wrap(original);
  const replace = (from: Callable, to: Callable) => {
    const descriptor = getOwnPropertyDescriptor(owner, name);
    if (!descriptor?.configurable || descriptor[slot] !== from) return;
    descriptor[slot] = to;
    setPrototypeOf(descriptor, null);
    defineProperty(owner, name, descriptor);
  };
  return { put: () => replace(original, ours), putBack: () => replace(ours, original) };
}

/** The function that reads a property of the page's, as it is now; null where there is none. */
export function getterOf(owner: object, name: string): (() => unknown) | null {
  const get = getOwnPropertyDescriptor(owner, name)?.get;
  return get ? () => apply(get, owner, []) : null;
}
