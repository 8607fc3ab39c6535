import { readerOf } from './members';
import { apply, construct, entering } from './natives';

// Traps of proxies that stand for the browser's functions. A trap written in JavaScript is on the stack while the
// browser's function runs, and is named in the stacks, the error events and the reports that come of it. Our own
// world gives the means to make traps that are not (`frameless.ts`); until then traps of our own do.

type Callable = (...args: readonly unknown[]) => unknown;

/** A trap: `this` and arguments of a call, arguments and `new.target` of a construction. */
export type Trap = (target: Callable, first: unknown, last: unknown) => unknown;

/** Takes how a call ended: whether it returned, and what it returned or threw. Gives what the page gets. */
export type Leave = (isReturn: boolean, outcome: unknown) => unknown;

/**
 * Makes a trap. `enter` gives what goes to the browser's function as the last of its parameters; null if `leave` is
 * to be told how the call ends.
 */
export type MakeTrap = (isConstruction: boolean, enter: Trap, leave: Leave) => Trap;

/** Makes traps with a frame of their own on the stack. */
export const framedTrap: MakeTrap = (isConstruction, enter, leave) => {
  const native = (isConstruction ? construct : apply) as Trap;
  const followed = follow(native, leave);
  const trap: Trap = (target, first, last) => {
    entering(trap);
    const given = enter(target, first, last);
    return given === null ? followed(target, first, last) : native(target, first, given);
  };
  return trap;
};

/** Calls `native`, and tells how that ended. */
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

/** What makes traps by what our own world gave: a function in Firefox, a module in Chromium. Captured at the start. */
export function openTrapMakers(): (given: unknown) => MakeTrap {
  const { Instance } = WebAssembly;
  const exportsOf = readerOf(Instance.prototype, 'exports');

  /** The module's function calls `h`, then ends as a call of `n` or `s`: it is on the stack of `h` alone. */
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
  /** Frames of our own world are hidden from the page's. */
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
