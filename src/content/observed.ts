import { guarded, openNotes } from './natives';
import { originalOf, standFor } from './stand-in';
import { framedTrap, type Leave, type MakeTrap, type Trap } from './traps';

// Runs hooks around the calls of observed functions.

type Callable = (...args: readonly unknown[]) => unknown;

/**
 * The hooks around a call. `before` returns a note for the other hooks, or null if there is nothing to
 * report. In Chromium our frame is on the stack of a call with a `returned` or `threw` hook: prefer to
 * determine the end of a call in advance.
 */
export interface CallHooks<Noted> {
  before(self: unknown, args: readonly unknown[]): Noted | null;
  returned?(noted: Noted, result: unknown): void;
  threw?(noted: Noted, error: unknown): void;
  /** Whether the hooks also run while no tab is watched. */
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

/** A call in progress whose end is reported. The innermost comes first. */
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

/** Whether the end of this call must be reported. */
function isFollowed(target: Callable, self: unknown, args: readonly unknown[]): boolean {
  const hooks = hooksOf.of(target);
  if (!hooks) return false;
  // A proxy of the page can throw at any access.
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
  // Browsers construct slowly if `new.target` is a proxy.
  return originalOf(newTarget) === target ? target : newTarget;
};

/** Traps of one function, not shared with others. */
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

/**
 * Replaces the traps of all observed functions by traps made with `make`, including those of functions that
 * the page has stored.
 */
export function useTraps(make: MakeTrap): void {
  call = make(false, enterCall, leave);
  construction = make(true, enterConstruction, leave);
  setTraps(isOn);
  for (let entry = ownTraps; entry; entry = entry.next) {
    entry.handler.apply = make(false, entry.enter, entry.leave);
  }
}

/** A proxy whose calls always run through `enter` and `leave`. */
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

/** Turns the hooks of observed functions on or off. The page may have stored a function that was put back. */
export function setTraps(on: boolean): void {
  isOn = on;
  for (let entry = handlers; entry; entry = entry.next) trap(entry.handler);
}

function trap(handler: Handler): void {
  const runs = isOn || handler.always;
  if (handler.isClass) handler.construct = runs ? construction : undefined;
  else handler.apply = runs ? call : undefined;
}

/**
 * A proxy that runs hooks around each call of a function, or around each construction. If `isLasting` is
 * false it keeps its first trap.
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
