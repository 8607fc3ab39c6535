import { apply, captureStackTrace, entry, has, indexOf, now, slice } from './natives';

const stacksASecond = 20;
const maxStack = 16_000;

const PageError = Error;

/**
 * A stack trace, which is cheap until it is read. Its first line is the caller of our code, after `ours`
 * lines.
 */
export interface Stack {
  readonly __proto__: null;
  readonly stack?: unknown;
  readonly ours: number;
}

/**
 * Takes stack traces in the page's world. The number a second is limited, because each costs the page a
 * microsecond.
 */
export interface Stacks {
  /** The stack trace of the current call; null beyond the limit, or if the page called nothing. */
  take(): Stack | null;
}

/** Opens a source of stack traces with its own limit. */
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

/**
 * The text of a stack trace; null if the page formats stack traces itself, because reading one would call
 * `Error.prepareStackTrace`.
 */
export function stackOf(taken: Stack | null): string | null {
  if (!taken || has(PageError, 'prepareStackTrace')) return null;
  const { stack, ours } = taken;
  if (typeof stack !== 'string') return null;
  let from = 0;
  // In Chromium a heading comes before these lines.
  for (let line = ours === 0 ? 0 : ours + 1; line > 0; line--) {
    from = apply(indexOf, stack, ['\n', from]) + 1;
    if (from === 0) return null;
  }
  return apply(slice, stack, [from, from + maxStack]);
}
