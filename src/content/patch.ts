// Observes functions of the page's world without changing what they do. Everything is captured when this
// script starts, before the page's own, and every handler has a null prototype: with a plain one, a page that
// defines `Object.prototype.get` would add a trap to our proxies.

import {
  apply,
  defineProperty,
  entering,
  getOwnPropertyDescriptor,
  guarded,
  setPrototypeOf,
} from './natives';
import { type CallHooks, observed } from './observed';
import { defineOn, standFor } from './stand-in';

type Slot = 'value' | 'get' | 'set';
type Callable = (...args: readonly unknown[]) => unknown;

/** A change of a property of the page that can be undone and redone. */
export interface Patch {
  /** Replaces the original by our function, unless the page has replaced it. */
  put(): void;
  /** Restores the original, unless the page has replaced our function. */
  putBack(): void;
  /**
   * Runs instead of `putBack` while no tab is watched: functions stay, so that their identity does not
   * change.
   */
  rest?(): void;
}

const nothing: Patch = { put: () => {}, putBack: () => {} };

/**
 * Calls back before each call of a function. No frame of ours is on the stack when the function itself runs,
 * so its caller is the page: `postMessage` takes `event.source` from there. Arguments are not visible.
 */
export function quiet(owner: object, name: string, slot: Slot, tick: () => void): Patch {
  const get = () => {
    entering(get);
    guarded(tick);
    return apply;
  };
  const handler = defineOn({ __proto__: null }, 'apply', { __proto__: null, get });
  return patch(owner, name, slot, (original) => standFor(original, handler));
}

/** Runs hooks around each call of a function. */
export function watched<Noted>(
  owner: object,
  name: string,
  hooks: CallHooks<Noted>,
  slot: Slot = 'value',
): Patch {
  return patch(owner, name, slot, (original) => observed(original, hooks as CallHooks<never>));
}

/** Runs hooks around each construction of one of the window's classes or of a class derived from it. */
export function watchedClass<Noted>(name: string, hooks: CallHooks<Noted>): Patch {
  const original: unknown = getOwnPropertyDescriptor(window, name)?.value;
  if (typeof original !== 'function') return nothing;
  const ours = observed(original as Callable, hooks as CallHooks<never>, { isClass: true });
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
    rest: () => {},
  };
}

/** Replaces the function in a slot of a property. */
export function patch(
  owner: object,
  name: string,
  slot: Slot,
  wrap: (original: Callable) => Callable,
): Patch {
  const original = getOwnPropertyDescriptor(owner, name)?.[slot];
  if (typeof original !== 'function') return nothing;
  const ours = wrap(original);
  const replace = (from: Callable, to: Callable) => {
    const descriptor = getOwnPropertyDescriptor(owner, name);
    if (!descriptor?.configurable || descriptor[slot] !== from) return;
    descriptor[slot] = to;
    setPrototypeOf(descriptor, null);
    defineProperty(owner, name, descriptor);
  };
  return { put: () => replace(original, ours), putBack: () => replace(ours, original), rest: () => {} };
}

/** The current getter of a property of the page, bound to its owner; null if there is none. */
export function getterOf(owner: object, name: string): (() => unknown) | null {
  const get = getOwnPropertyDescriptor(owner, name)?.get;
  return get ? () => apply(get, owner, []) : null;
}
