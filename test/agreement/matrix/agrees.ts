import { beforeAll, describe, expect, test } from 'vitest';
import type { BrowserName } from '../../browsers/describe-in-browsers';
import { inTurn } from '../../support/in-turn';
import { matrixCases } from './cases';
import { type CompareCases, type Compared, isUnheard } from './compare';
import { describeWrong } from './table';

// A few of the cases of `npm run agreement`, the same each time.
const chosen = matrixCases(16, 586);

/** Declares tests that the report never contradicts that browser, with hints and without. */
export function agreesWith(browser: BrowserName, compare: CompareCases): void {
  const cases = inTurn(chosen, browser);
  describe.each([
    ['with hints', true],
    ['without hints', false],
  ])('%s', (_, withHints) => {
    let compared: ReadonlyMap<string, Compared>;
    beforeAll(async () => {
      const run = await compare(cases, withHints);
      compared = new Map(run.compared.map((one) => [one.case.id, one]));
    });

    test.each(cases)('$id: $about', ({ id, part }) => {
      const one = compared.get(id);
      if (!one) throw new Error(`agreement: "${id}" was not run`);
      expect([one.outcome, one.reason], describeWrong(one)).not.toContain('wrong');
      // A request whose outcome depends on an origin rule must have a row.
      if (withHints) expect(isUnheard(one), describeWrong(one)).toBe(false);
      if (part === 'A') expect(one.exchange).not.toBeNull();
      expect(one.whatIf).toBeNull();
    });
  });
}
