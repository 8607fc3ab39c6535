import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { installPackages } from '../../scripts/debian-packages';
import { loadForReports } from '../../src/devtools/session/report-of';
import { casesOfFirefox, matrixCases, scenarioCases } from './matrix/cases';
import { handWrittenCases } from './matrix/hand-written';
import { compareHar, exportFrom, type HarMark } from './matrix/har';
import { exportThroughMitmproxy } from './matrix/mitmproxy';

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

describe('the HAR file of mitmproxy', () => {
  test('gives no verdict that the live recording does not have', async () => {
    if (spawnSync('mitmdump', ['--version']).status !== 0)
      installPackages({
        name: 'mitmproxy',
        packages: ['mitmproxy'],
        otherwise: 'Install it with the package manager of your system.',
      });
    const exported = await exportThroughMitmproxy(
      [...matrixCases(200, 7), ...scenarioCases()].filter(({ scheme }) => scheme === 'trustworthy'),
    );
    const compared = (await Promise.all(exported.map(compareHar))).flat();
    const count = (mark: HarMark) => compared.filter(([each]) => each === mark).length;
    expect(compared.filter(([mark]) => mark === 'wrong').map(([, line]) => line)).toEqual([]);
    expect(count('right') + count('candidates')).toBeGreaterThan(150);
  }, 600_000);
});
