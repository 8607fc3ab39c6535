// How functions of the page's world are observed without changing what they do. Everything is captured when this
// script starts, before the page's own, and every handler has a null prototype: with a plain one, a page that
// defines `Object.prototype.get` would become a trap of our proxies.

import { apply, construct, defineProperty, getOwnPropertyDescriptor, setPrototypeOf } from './natives';

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

/** What is done about a call: `before` gives what the others are told of it, null if there is nothing to tell. */
export interface CallHooks<Noted> {
  before(self: unknown, args: readonly unknown[]): Noted | null;
  returned?(noted: Noted, result: unknown): void;
  threw?(noted: Noted, error: unknown): void;
}

/**
 * Runs hooks around each call of a function. One frame of ours is on the stack when the function itself runs: not for
 * what takes its caller from there.
 */
export function watched<Noted>(
  owner: object,
  name: string,
  hooks: CallHooks<Noted>,
  slot: Slot = 'value',
): Patch {
  return patch(owner, name, slot, (original) => {
    return new Proxy(original, {
      __proto__: null,
      apply(target: Callable, self: unknown, args: readonly unknown[]) {
        const noted = note(hooks, self, args);
        if (noted === null) return apply(target, self, args);
        let result: unknown;
        try {
          result = apply(target, self, args);
        } catch (error) {
          quietly(hooks.threw, noted, error);
          throw error;
        }
        quietly(hooks.returned, noted, result);
        return result;
      },
    } as ProxyHandler<Callable>);
  });
}

/** Runs hooks around each construction by one of the window's classes, and by classes derived from it. */
export function watchedClass<Noted>(name: string, hooks: CallHooks<Noted>): Patch {
  const original: unknown = getOwnPropertyDescriptor(window, name)?.value;
  if (typeof original !== 'function') return { put: () => {}, putBack: () => {} };
  const ours: Callable = new Proxy(
    original as Callable,
    {
      __proto__: null,
      construct(target: Callable, args: readonly unknown[], newTarget: Callable) {
        const noted = note(hooks, undefined, args);
        // Browsers are slow to construct for a proxy.
        const made = newTarget === ours ? target : newTarget;
        if (noted === null) return construct(target, args, made);
        let result: object;
        try {
          result = construct(target, args, made);
        } catch (error) {
          quietly(hooks.threw, noted, error);
          throw error;
        }
        quietly(hooks.returned, noted, result);
        return result;
      },
    } as ProxyHandler<Callable>,
  );
  const itself = patch(window, name, 'value', () => ours);
  const ofInstances = patch(original.prototype, 'constructor', 'value', () => ours);
  return {
    put() {
      itself.put();
      ofInstances.put();
    },
    putBack() {
      itself.putBack();
      ofInstances.putBack();
    },
  };
}

function note<Noted>({ before }: CallHooks<Noted>, self: unknown, args: readonly unknown[]): Noted | null {
  try {
    return before(self, args);
  } catch {
    // A proxy of the page's can throw whenever it is looked at.
    return null;
  }
}

function quietly<Noted>(
  hook: ((noted: Noted, outcome: unknown) => void) | undefined,
  noted: Noted,
  outcome: unknown,
): void {
  try {
    hook?.(noted, outcome);
  } catch {
    // Likewise.
  }
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
