import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFromTemplate } from '../test/browsers/firefox-template';
import { installLibraries } from '../test/libraries/install';
import { setUpChromium, setUpFirefox } from './browsers';
import { run, runQuietly } from './run';
import { setUpServers } from './servers';
import { setUpShells } from './shells';

// Runs everything: installs what is missing, checks, builds, tests, and counts the results.

interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
}

const checks: readonly (readonly [program: string, args: readonly string[]])[] = [
  ['tsc', ['--noEmit']],
  ['tsc', ['--noEmit', '-p', 'src/engine']],
  ['biome', ['check']],
  ['oxlint', ['--type-aware', 'src', 'test', 'playground', 'scripts', 'bench']],
  ['vite', ['build', '--mode', 'chrome']],
  ['vite', ['build', '--mode', 'firefox']],
  ['vite', ['build', '--mode', 'cli']],
  ['vite', ['build', '--mode', 'lib']],
];

async function main(): Promise<void> {
  setUpChromium();
  setUpFirefox();
  setUpShells();
  setUpServers();

  // The checks are independent, and some use only one core, so they run at the same time.
  const [codes, , endTemplate] = await Promise.all([
    Promise.all(
      checks.map(([program, args]) => {
        console.log(`> ${program} ${args.join(' ')}`);
        return runQuietly(program, args);
      }),
    ),
    // Otherwise all tests wait for these.
    installLibraries(),
    startFromTemplate(),
  ]);
  let passed = codes.filter((code) => code === 0).length;
  let failed = codes.length - passed;
  if (failed === 0) {
    const counts = await runTests();
    passed += counts.numPassedTests;
    // A test file that does not load has no failed test, only a failed suite.
    failed += counts.numFailedTests || counts.numFailedTestSuites;
  }
  await endTemplate();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function runTests(): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'corscope-test-'));
  const file = join(folder, 'results.json');
  const code = await run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  try {
    const counts: Counts = JSON.parse(readFileSync(file, 'utf8'));
    const isOdd = code !== 0 && counts.numFailedTests + counts.numFailedTestSuites === 0;
    return isOdd ? { ...counts, numFailedTests: 1 } : counts;
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
