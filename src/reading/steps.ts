// How much work one reading may do. A text is read synchronously and never while another is, so one counter is
// enough, and values made of the origin can spend from it without carrying it along.

/** About a tenth of a second. A real listener takes a few thousand. */
export const maxSteps = 400_000;
const maxOriginText = 1_000;

let left = maxSteps;
const tooMuch = new Error('reading: too much work');

/** Starts a new count. */
export function openSteps(): void {
  left = maxSteps;
}

/** Counts steps. @throws if there are too many, from then on each time */
export function spend(count: number): void {
  left -= count;
  if (left < 0) throw tooMuch;
}

/** Counts what a text of that length costs. One that is longer than any origin costs all that is left. */
export function spendOnText(length: number): void {
  spend(length > maxOriginText ? maxSteps : 1 + length / 100);
}

/** How many steps have been counted since the start. */
export function stepsSpent(): number {
  return maxSteps - left;
}

/** Whether there were too many: what was found by then is not to be relied on. */
export function isSpent(): boolean {
  return left < 0;
}
