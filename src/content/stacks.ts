import { hidden, readerOf } from './members';
import { apply, has, now, slice } from './natives';

const stacksASecond = 20;
const maxStack = 16_000;

const PageError = Error;
const stackOfErrors = readerOf(PageError.prototype, 'stack');

/** Where calls come from, in the page's world: so many a second, for each costs the page a microsecond. */
export interface Stacks {
  /** The call that is under way; null beyond the bound. Its stack is cheap until it is read. */
  take(): Error | null;
}

/** Captured before the page's own scripts run. */
export function openStacks(): Stacks {
  let left = stacksASecond;
  let sinceMs = 0;
  return {
    take() {
      if (left === 0) {
        const nowMs = now();
        if (nowMs - sinceMs < 1_000) return null;
        left = stacksASecond;
        sinceMs = nowMs;
      } else if (left === stacksASecond) {
        sinceMs = now();
      }
      left--;
      return new PageError();
    },
  };
}

/** The stack of a call; null where the page words stacks itself, for its `Error.prepareStackTrace` would be called. */
export function stackOf(error: Error | null): string | null {
  if (!error || has(PageError, 'prepareStackTrace')) return null;
  // Firefox reads it by an accessor, which the page could have replaced.
  const read = stackOfErrors(error);
  const stack: unknown = read === hidden ? error.stack : read;
  return typeof stack === 'string' ? apply(slice, stack, [0, maxStack]) : null;
}
