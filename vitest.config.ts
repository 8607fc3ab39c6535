import { defineConfig } from 'vitest/config';

// Not vite.config.ts: the crx plugin has no place in a test run.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/agreement/**', 'test/behaviour/**'],
          setupFiles: ['test/support/languages.ts', 'test/support/runs.ts'],
          // Long for a machine with much else to do: the many examples of a property take seconds.
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/{agreement,behaviour,e2e}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
