import { readerOf } from './members';
import { apply, construct, entering } from './natives';

// Traps of proxies that stand in for the browser's functions. A trap written in JavaScript is on the stack
// while the browser's function runs, and appears in stack traces, error events and reports. Our own world
// provides a way to make traps that are not on the stack (`frameless.ts`). Until then our own traps in
// JavaScript are used.

type Callable = (...args: readonly unknown[]) => unknown;

/**
 * A trap: `first` and `last` are `this` and the arguments of a call, or the arguments and `new.target` of a
 * construction.
 */
export type Trap = (target: Callable, first: unknown, last: unknown) => unknown;

/** Gets the end of a call: whether it returned, and what it returned or threw. Returns what the page gets. */
export type Leave = (isReturn: boolean, outcome: unknown) => unknown;

/**
 * Makes a trap. `enter` returns the last argument for the browser's function; null if `leave` must be called
 * with the end of the call.
 */
export type MakeTrap = (isConstruction: boolean, enter: Trap, leave: Leave) => Trap;

/** Makes traps that leave a frame on the stack. */
export const framedTrap: MakeTrap = (isConstruction, enter, leave) => {
  const native = (isConstruction ? construct : apply) as Trap;
  const followed = follow(native, leave);
  const trap: Trap = (target, first, last) => {
    entering(trap);
    const lastArgument = enter(target, first, last);
    return lastArgument === null ? followed(target, first, last) : native(target, first, lastArgument);
  };
  return trap;
};

/** Calls `native`, then `leave` with the result. */
function follow(native: Trap, leave: Leave): Trap {
  return (target, first, last) => {
    let result: unknown;
    try {
      result = native(target, first, last);
    } catch (error) {
      throw leave(false, error);
    }
    return leave(true, result);
  };
}

/**
 * Returns a function that makes traps from what our own world handed over: a function in Firefox, a module in
 * Chromium. Call it before the page's own scripts run.
 */
export function openTrapMakers(): (given: unknown) => MakeTrap {
  const { Instance } = WebAssembly;
  const exportsOf = readerOf(Instance.prototype, 'exports');

  /** The module's function calls `h`, then ends as a call of `n` or `s`: it is only on the stack of `h`. */
  const byModule =
    (module: WebAssembly.Module): MakeTrap =>
    (isConstruction, enter, leave) => {
      const entered: Trap = (target, first, last) => {
        entering(entered, 1);
        return enter(target, first, last);
      };
      const native = (isConstruction ? construct : apply) as Trap;
      const imports = { __proto__: null, h: entered, n: native, s: follow(native, leave) };
      const instance = new Instance(module, { __proto__: null, '': imports } as never);
      return (exportsOf(instance) as { readonly f: Trap }).f;
    };
  /** The browser hides frames of our own world from the page. */
  const byFunction =
    (make: MakeTrap): MakeTrap =>
    (isConstruction, enter, leave) => {
      const entered: Trap = (target, first, last) => {
        entering(entered);
        return enter(target, first, last);
      };
      return make(isConstruction, entered, leave);
    };
  return (given) =>
    typeof given === 'function' ? byFunction(given as MakeTrap) : byModule(given as WebAssembly.Module);
}
