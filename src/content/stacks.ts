import { apply, captureStackTrace, entry, has, indexOf, now, slice } from './natives';

const stacksASecond = 20;
const maxStack = 16_000;

const PageError = Error;

/** A stack, cheap until it is read. Its lines begin with what called our code, after `ours` lines. */
export interface Stack {
  readonly __proto__: null;
  readonly stack?: unknown;
  readonly ours: number;
}

/** Where calls come from, in the page's world: so many a second, for each costs the page a microsecond. */
export interface Stacks {
  /** The call that is under way; null beyond the bound, or if the page called nothing. */
  take(): Stack | null;
}

/** A source of stacks with a bound of its own. */
export function openStacks(): Stacks {
  let left = stacksASecond;
  let sinceMs = 0;
  return {
    take() {
      const { by, ours } = entry;
      if (!by) return null;
      if (left === 0) {
        const nowMs = now();
        if (nowMs - sinceMs < 1_000) return null;
        left = stacksASecond;
        sinceMs = nowMs;
      } else if (left === stacksASecond) {
        sinceMs = now();
      }
      left--;
      const holder: Stack = { __proto__: null, ours };
      captureStackTrace(holder, by);
      return holder;
    },
  };
}

/** The text of a stack; null if the page formats stacks itself: reading it would call `Error.prepareStackTrace`. */
export function stackOf(taken: Stack | null): string | null {
  if (!taken || has(PageError, 'prepareStackTrace')) return null;
  const { stack, ours } = taken;
  if (typeof stack !== 'string') return null;
  let from = 0;
  // In Chromium the heading comes before them.
  for (let line = ours === 0 ? 0 : ours + 1; line > 0; line--) {
    from = apply(indexOf, stack, ['\n', from]) + 1;
    if (from === 0) return null;
  }
  return apply(slice, stack, [from, from + maxStack]);
}
