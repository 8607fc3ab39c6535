import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { isLong } from './test/support/is-long';

const inBrowsers = ['test/{agreement,behaviour,e2e,remedy/live}/**/*.test.ts'];
/** Files that only `npm run test:long` runs. */
const onlyLong = isLong ? [] : ['test/**/*.long.test.ts'];
const ofLibraries = ['test/libraries/**/*.test.ts'];
/** Files that take long although they are short. */
const long = /\/test\/(libraries\/|behaviour\/|agreement\/)/;

/** Begins with the files that take longest, so that no worker waits for them at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const groupOf = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    const rankOf = ({ moduleId }: TestSpecification) => (long.test(moduleId) ? 0 : 1);
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => groupOf(a) - groupOf(b) || rankOf(a) - rankOf(b));
  }
}

/** Vitest ignores the option where there is a sequencer. */
const isShuffled = process.argv.some((option) => option.startsWith('--sequence.shuffle'));

/** Nothing in a browser test is bound to a time: these only end what would wait for ever. */
const patience = { testTimeout: 120_000, hookTimeout: 600_000, expect: { poll: { timeout: 30_000 } } };

// Not vite.config.ts: the crx plugin has no place in a test run.
// No project isolates its files, because a new process that loads every module takes longer than most of them. So
// each file restores what it changes.
export default defineConfig({
  test: {
    ...(!isShuffled && { sequence: { sequencer: LongestFirst } }),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...inBrowsers, ...ofLibraries, '**/node_modules/**'],
          isolate: false,
          setupFiles: ['test/support/languages.ts', 'test/support/runs.ts', 'test/support/left-behind.ts'],
          // A property's examples take seconds, and more on a busy machine.
          testTimeout: 60_000,
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'e2e',
          isolate: false,
          include: inBrowsers,
          exclude: [...onlyLong, '**/node_modules/**'],
          ...patience,
          // Three files at once keep two cores busy.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'libraries',
          isolate: false,
          include: ofLibraries,
          exclude: [...onlyLong, '**/node_modules/**'],
          globalSetup: 'test/libraries/set-up.ts',
          ...patience,
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
