import { guarded, openNotes } from './natives';
import { originalOf, standFor } from './stand-in';
import { framedTrap, type Leave, type MakeTrap, type Trap } from './traps';

// What runs around the calls of observed functions.

type Callable = (...args: readonly unknown[]) => unknown;

/**
 * What is done about a call. `before` returns what the others are told of it, null if there is nothing to tell. In
 * Chromium our frame is on the stack of a call whose end is told: prefer to know beforehand how it ends.
 */
export interface CallHooks<Noted> {
  before(self: unknown, args: readonly unknown[]): Noted | null;
  returned?(noted: Noted, result: unknown): void;
  threw?(noted: Noted, error: unknown): void;
  /** Whether it is called where nobody watches, too. */
  readonly always?: true;
}

interface Handler {
  readonly __proto__: null;
  readonly isClass: boolean;
  readonly always: boolean;
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

const hooksOf = openNotes<CallHooks<unknown>>();
let handlers: Handlers | null = null;
let open: Open | null = null;
let isOn = true;

/** Whether the end of this call is to be told. */
function isFollowed(target: Callable, self: unknown, args: readonly unknown[]): boolean {
  const hooks = hooksOf.of(target);
  if (!hooks) return false;
  // A proxy of the page's can throw whenever it is looked at.
  const noted = guarded(hooks.before, hooks, [self, args]) ?? null;
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
  return originalOf(newTarget) === target ? target : newTarget;
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
  const handler: Handler = {
    __proto__: null,
    isClass: false,
    always: true,
    apply: framedTrap(false, enter, leave),
  };
  ownTraps = { __proto__: null, handler, enter, leave, next: ownTraps };
  return standFor(original, handler);
}

/** Whether observed functions call us: the page may have kept them, where they were put back. */
export function setTraps(on: boolean): void {
  isOn = on;
  for (let each = handlers; each; each = each.next) trap(each.handler);
}

function trap(handler: Handler): void {
  const runs = isOn || handler.always;
  if (handler.isClass) handler.construct = runs ? construction : undefined;
  else handler.apply = runs ? call : undefined;
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
  const handler: Handler = { __proto__: null, isClass, always: hooks.always === true };
  trap(handler);
  if (isLasting) handlers = { __proto__: null, handler, next: handlers };
  hooksOf.put(original, hooks as CallHooks<unknown>);
  return standFor(original, handler);
}
