import { beforeAll, describe, expect, test } from 'vitest';
import { type Case, matrixCases } from './matrix/cases';
import { type Compared, isUnheard } from './matrix/compare';
import { compareInChromium } from './matrix/in-chromium';
import { compareInFirefox } from './matrix/in-firefox';
import { describeWrong } from './matrix/table';

// A part of what `npm run agreement` compares, the same each time.

const cases = matrixCases(120, 586);

function agrees(
  compare: (
    cases: readonly Case[],
    withHints: boolean,
  ) => Promise<{ readonly compared: readonly Compared[] }>,
  withHints: boolean,
): void {
  let compared: ReadonlyMap<string, Compared>;
  beforeAll(async () => {
    const run = await compare(cases, withHints);
    compared = new Map(run.compared.map((one) => [one.case.id, one]));
  }, 120_000);

  test.each(cases)('$id: $about', ({ id, part }) => {
    const one = compared.get(id);
    if (!one) throw new Error(`agreement: "${id}" was not run`);
    expect([one.outcome, one.reason], describeWrong(one)).not.toContain('wrong');
    // A request whose fate is an origin rule has a row.
    if (withHints) expect(isUnheard(one), describeWrong(one)).toBe(false);
    if (part === 'A') expect(one.exchange).not.toBeNull();
  });
}

describe.each([
  ['with hints', true],
  ['without hints', false],
])('%s', (_, withHints) => {
  describe("the report has Chromium's word", () => agrees(compareInChromium, withHints));
  describe("the report has Firefox's word", () => agrees(compareInFirefox, withHints));
});
