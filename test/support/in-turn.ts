import { type TestFunction, test } from 'vitest';
import type { BrowserName } from '../browsers/describe-in-browsers';
import { isLong } from './is-long';

/**
 * The cases that run in a browser: all of them in a long run, otherwise every second one, the others in the
 * other browser.
 */
export function inTurn<T>(cases: readonly T[], browser: BrowserName): readonly T[] {
  return cases.filter((_, index) => isTurn(index, browser));
}

function isTurn(index: number, browser: BrowserName): boolean {
  return isLong || index % 2 === (browser === 'Chromium' ? 0 : 1);
}

/** Declares tests like Vitest's `test`, of which those run in a browser that `inTurn` says. */
export function testInTurn(browser: BrowserName) {
  let count = 0;
  const one = (name: string, run: TestFunction) => {
    if (isTurn(count++, browser)) test(name, run);
  };
  /** Each row is an argument list, or the one argument. */
  function each<T extends readonly [unknown, ...unknown[]]>(
    rows: readonly T[],
  ): (name: string, run: (...row: T) => ReturnType<TestFunction>) => void;
  function each<T>(rows: readonly T[]): (name: string, run: (row: T) => ReturnType<TestFunction>) => void;
  function each(
    rows: readonly unknown[],
  ): (name: string, run: (...row: unknown[]) => ReturnType<TestFunction>) => void {
    const chosen = rows.filter(() => isTurn(count++, browser));
    return chosen.length > 0 ? test.each(chosen) : () => {};
  }
  return Object.assign(one, { each });
}
