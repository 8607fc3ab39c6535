import fc from 'fast-check';
import { isLong } from './is-long';

/** How many examples a property is tried on: twenty times as many in the long tests. */
export function runs(count: number): number {
  return isLong ? 20 * count : count;
}

// Where all examples are the same each time, what fails was broken by the change at hand.
fc.configureGlobal(isLong ? { numRuns: runs(100) } : { numRuns: runs(100), seed: 20260702 });
