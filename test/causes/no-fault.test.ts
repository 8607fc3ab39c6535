import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Recording } from '../support/recording';
import { recordingsOf, reportOfRecording } from '../support/reports';
import { explained } from './read-recording';

// Recordings of both browsers in which the page got what it wanted: the solved reports, the real servers as they
// should be configured, and the requests that were recorded to compare verdicts.

const folders = ['test/causes/recordings', 'test/causes/servers/recordings'];
const solved = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.includes('.fix.'))
    .map((file) => ({ name: file, path: `${folder}/${file}` })),
);

const isWithoutFault = ({ requests }: Recording) =>
  requests.length > 0 && requests.every(({ verdict }) => / (allowed|opaque) -$/.test(verdict));
const passed = (['chrome', 'firefox'] as const).flatMap((browser) =>
  recordingsOf(browser)
    .filter(isWithoutFault)
    .map((recording) => ({ name: `${browser} ${recording.name}`, browser, recording })),
);

test('has 200 recordings without a fault', () => {
  expect(solved.length + passed.length).toBeGreaterThanOrEqual(200);
});

describe('names no cause', () => {
  test.each(solved)('in $name', ({ path }) => {
    const { exchanges } = explained(JSON.parse(readFileSync(path, 'utf8')));
    expect(exchanges.flatMap(({ causes }) => causes)).toEqual([]);
  });

  test.each(passed)('in $name', ({ browser, recording }) => {
    const { exchanges } = reportOfRecording(browser, recording, 'en');
    expect(exchanges.flatMap(({ causes }) => causes)).toEqual([]);
  });
});
