// These limits bound the work of one reading. Readings are synchronous and never overlap, so one global
// counter is enough, and values derived from the origin can count steps without a reference to it.

/** About a tenth of a second. A typical listener takes a few thousand. */
export const maxSteps = 400_000;
const maxOriginText = 1_000;

let left = maxSteps;
const tooMuch = new Error('reading: too much work');

/** Starts a new count. */
export function openSteps(): void {
  left = maxSteps;
}

/** Counts steps. @throws if the limit is exceeded, and then on each later call */
export function spend(count: number): void {
  left -= count;
  if (left < 0) throw tooMuch;
}

/** Counts the cost of a text by its length. A text longer than any origin exceeds the limit. */
export function spendOnText(length: number): void {
  spend(length > maxOriginText ? maxSteps : 1 + length / 100);
}

/** Returns the number of steps counted since the start. */
export function stepsSpent(): number {
  return maxSteps - left;
}

/** Whether the limit was exceeded; then the findings are unreliable. */
export function isSpent(): boolean {
  return left < 0;
}
