import { beforeAll, describe, expect, test } from 'vitest';
import { loadForReports } from '../../src/devtools/session/report-of';
import { casesOfFirefox, matrixCases, scenarioCases } from './matrix/cases';
import { handWrittenCases } from './matrix/hand-written';
import { compareHar, exportFrom, type HarMark } from './matrix/har';

beforeAll(() => loadForReports('en'));

const all = [...matrixCases(200, 7), ...scenarioCases(), ...handWrittenCases()];

describe.each(['chrome', 'firefox'] as const)("the HAR export of %s's own DevTools", (browser) => {
  test('gives the verdicts of the live recording, or says that it does not show them', async () => {
    const exported = await exportFrom[browser](browser === 'firefox' ? casesOfFirefox(all) : all);
    const compared = (await Promise.all(exported.map(compareHar))).flat();
    const count = (mark: HarMark) => compared.filter(([each]) => each === mark).length;
    const known = count('right') + count('candidates');
    expect(compared.filter(([mark]) => mark === 'wrong').map(([, line]) => line)).toEqual([]);
    expect(known / (compared.length - count('not in file'))).toBeGreaterThan(0.85);
  }, 600_000);
});
