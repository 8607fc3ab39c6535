import type { Leave, MakeTrap, Trap } from './traps';

// What the page's world makes traps from that leave no frame on the stack. See `traps.ts`.

/**
 * A function `f(a, b, c)` that calls `h(a, b, c)` and ends as the tail call `n(a, b, h's answer)`, or `s(a, b, c)`
 * where that is null. A tail call takes the frame of its caller, which JavaScript cannot express in V8.
 *
 *     (func (export "f") (param externref externref externref) (result externref) (local externref)
 *       local.get 0  local.get 1  local.get 2  call $h  local.tee 3  ref.is_null
 *       if  local.get 0  local.get 1  local.get 2  return_call $s  end
 *       local.get 0  local.get 1  local.get 3  return_call $n)
 */
const code =
  'AGFzbQEAAAABCAFgA29vbwFvAhADAAFoAAAAAW4AAAABcwAAAwIBAAcFAQFmAAMKJAEiAQFvIAAgASACEAAiA9EEQCAAIAEgAhICCyAAIAEgAxIBCw==';

/**
 * Compiles the module of that function. Throws, and reports a violation, in a page whose policy forbids
 * WebAssembly.
 */
export function compileTrap(): WebAssembly.Module {
  return new WebAssembly.Module(Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0)));
}

interface FirefoxWorld {
  exportFunction(
    run: unknown,
    target: object,
    options: { readonly allowCrossOriginArguments: true },
  ): MakeTrap;
  readonly window: { readonly wrappedJSObject: { readonly Reflect: typeof Reflect } };
}

/**
 * In Firefox: returns a function for the page's world, to be called before the page's first script. It makes
 * traps that run in our own world, whose frames the browser hides from the page.
 */
export function exportTraps(): MakeTrap {
  const { exportFunction, window: wrapped } = globalThis as unknown as FirefoxWorld;
  const page = wrapped.wrappedJSObject;
  const { apply, construct } = page.Reflect;
  const forPage = <Run>(run: Run) =>
    exportFunction(run, window, { allowCrossOriginArguments: true }) as unknown as Run;
  /**
   * The page's own view of its functions. Without it, the values passed to them would belong to our world.
   */
  const bare = <Run>(run: Run) => (run as { readonly wrappedJSObject?: Run }).wrappedJSObject ?? run;
  return forPage((isConstruction: boolean, entering: Trap, leaving: Leave) => {
    const [enter, leave] = [bare(entering), bare(leaving)];
    const native = (isConstruction ? construct : apply) as Trap;
    return forPage<Trap>((target, first, last) => {
      const lastArgument = enter(target, first, last);
      if (lastArgument !== null) return native(target, first, lastArgument);
      let result: unknown;
      try {
        result = native(target, first, last);
      } catch (error) {
        throw leave(false, error);
      }
      return leave(true, result);
    });
  });
}
