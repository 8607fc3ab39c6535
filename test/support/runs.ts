import fc from 'fast-check';

/** Whether the long tests run (`npm run test:long`): longer properties, other examples each time. */
export const isLong = process.env.CORSCOPE_LONG !== undefined;

/** How many examples a property is tried on: twenty times as many in the long tests. */
export function runs(count: number): number {
  return isLong ? 20 * count : count;
}

// Where all examples are the same each time, what fails was broken by the change at hand.
fc.configureGlobal(isLong ? { numRuns: runs(100) } : { numRuns: runs(100), seed: 20260702 });
