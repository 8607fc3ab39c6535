// How functions of the page's world are observed without changing what they do. Everything is captured when this
// script starts, before the page's own, and every handler has a null prototype: with a plain one, a page that
// defines `Object.prototype.get` would become a trap of our proxies.

import {
  apply,
  captureStackTrace,
  defineProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  guarded,
  has,
  openNotes,
  setPrototypeOf,
  setPrototypeOrThrow,
  slice,
} from './natives';
import { entering } from './stacks';
import { framedTrap, type Leave, type MakeTrap, type Trap } from './traps';

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
 * What is done about a call. `before` returns what the others are told of it, null if there is nothing to tell. In
 * Chromium our frame is on the stack of a call whose end is told: prefer to know beforehand how it ends.
 */
export interface CallHooks<Noted> {
  before(self: unknown, args: readonly unknown[]): Noted | null;
  returned?(noted: Noted, result: unknown): void;
  threw?(noted: Noted, error: unknown): void;
}

interface Handler {
  readonly __proto__: null;
  readonly isClass: boolean;
  apply?: Trap | undefined;
  construct?: Trap | undefined;
}

interface Handlers {
  readonly __proto__: null;
  readonly handler: Handler;
  readonly next: Handlers | null;
}

/** A call that is under way and whose end is wanted. The innermost comes first. */
interface Open {
  readonly __proto__: null;
  readonly hooks: CallHooks<unknown>;
  readonly noted: unknown;
  readonly outer: Open | null;
}

const maxPrototypes = 20;
const nothing: Patch = { put: () => {}, putBack: () => {} };

const originals = openNotes<Callable>();
const hooksOf = openNotes<CallHooks<unknown>>();
let handlers: Handlers | null = null;
let open: Open | null = null;
let isOn = true;

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

/** Whether the end of this call is to be told. */
function isFollowed(target: Callable, self: unknown, args: readonly unknown[]): boolean {
  const hooks = hooksOf.of(target);
  if (!hooks) return false;
  let noted: unknown = null;
  // A proxy of the page's can throw whenever it is looked at.
  guarded(() => {
    noted = hooks.before(self, args);
  });
  if (noted === null || !(hooks.returned || hooks.threw)) return false;
  open = { __proto__: null, hooks, noted, outer: open };
  return true;
}

function leave(isReturn: boolean, outcome: unknown): unknown {
  if (!open) return outcome;
  const { hooks, noted, outer } = open;
  open = outer;
  guarded(isReturn ? hooks.returned : hooks.threw, hooks, [noted, outcome]);
  return outcome;
}

const enterCall: Trap = (target, self, args) =>
  isFollowed(target, self, args as readonly unknown[]) ? null : args;
const enterConstruction: Trap = (target, args, newTarget) => {
  if (isFollowed(target, undefined, args as readonly unknown[])) return null;
  // Browsers are slow to construct for a proxy.
  return originals.of(newTarget) === target ? target : newTarget;
};

/** Traps that are not shared. */
interface OwnTrap {
  readonly __proto__: null;
  readonly handler: Handler;
  readonly enter: Trap;
  readonly leave: Leave;
  readonly next: OwnTrap | null;
}

let ownTraps: OwnTrap | null = null;
let call = framedTrap(false, enterCall, leave);
let construction = framedTrap(true, enterConstruction, leave);

/** Has all observed functions, wherever the page has kept them, run by traps that are made so. */
export function useTraps(make: MakeTrap): void {
  call = make(false, enterCall, leave);
  construction = make(true, enterConstruction, leave);
  setTraps(isOn);
  for (let each = ownTraps; each; each = each.next) {
    each.handler.apply = make(false, each.enter, each.leave);
  }
}

/** A proxy whose calls are always entered and left so. */
export function entered(original: Callable, enter: Trap, leave: Leave): Callable {
  const handler: Handler = { __proto__: null, isClass: false, apply: framedTrap(false, enter, leave) };
  ownTraps = { __proto__: null, handler, enter, leave, next: ownTraps };
  return standFor(original, handler);
}

/** Whether observed functions call us: the page may have kept them, where they were put back. */
export function setTraps(on: boolean): void {
  isOn = on;
  for (let each = handlers; each; each = each.next) trap(each.handler);
}

function trap(handler: Handler): void {
  if (handler.isClass) handler.construct = isOn ? construction : undefined;
  else handler.apply = isOn ? call : undefined;
}

/**
 * A proxy that runs hooks around each call of a function, or around each construction. One that is not lasting keeps
 * the trap that it begins with.
 */
export function observed(
  original: Callable,
  hooks: CallHooks<never>,
  { isClass = false, isLasting = true } = {},
): Callable {
  const handler: Handler = { __proto__: null, isClass };
  trap(handler);
  if (isLasting) handlers = { __proto__: null, handler, next: handlers };
  hooksOf.put(original, hooks as CallHooks<unknown>);
  return standFor(original, handler);
}

/**
 * Calls back before each call of a function. Nothing of ours is on the stack when the function itself runs, so
 * that it takes the page for its caller: `postMessage` takes `event.source` from there. No arguments are seen.
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

/** Runs hooks around each construction by one of the window's classes, and by classes derived from it. */
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
  };
}

/** Chromium's stacks name the browser's function that asks. */
function isCalledByReflect(): boolean {
  if (has(Error, 'prepareStackTrace')) return false;
  const holder: { readonly __proto__: null; stack?: string } = { __proto__: null };
  captureStackTrace(holder, setPrototype);
  const [heading, by] = ['Error\n    ', 'at Reflect.'];
  return apply(slice, holder.stack, [heading.length, heading.length + by.length]) === by;
}

/** A change of the function that is in a slot of a property. */
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
  return { put: () => replace(original, ours), putBack: () => replace(ours, original) };
}

function defineOn(object: object, name: string, descriptor: object): object {
  defineProperty(object, name, descriptor as PropertyDescriptor);
  return object;
}

/** The function that reads a property of the page's, as it is now; null where there is none. */
export function getterOf(owner: object, name: string): (() => unknown) | null {
  const get = getOwnPropertyDescriptor(owner, name)?.get;
  return get ? () => apply(get, owner, []) : null;
}
