import { readdirSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { variantsOf } from './case';
import { explained, readRecording, replayedSummary } from './read-recording';
import { type RecordingBrowser, recordingPath } from './recording';
import { recordedOrigin } from './serve';
import { causeCases } from './table';

const folder = 'test/causes/recordings';
const maxBytes = 30_000;

const recordings = causeCases.flatMap((definition) => {
  const browsers: readonly RecordingBrowser[] = definition.only ? [definition.only] : ['chromium', 'firefox'];
  return variantsOf(definition).flatMap((variant) =>
    browsers.map((browser) => ({ definition, variant, browser })),
  );
});
const named = recordings.map((one) => ({
  ...one,
  path: recordingPath(one.definition.cause, one.variant, one.browser),
}));

test('has one case for each cause', () => {
  const causes = causeCases.map(({ cause }) => cause);
  expect(causes).toEqual([...new Set(causes)].sort());
});

test('has exactly the recordings of its cases', () => {
  const files = readdirSync(folder).map((file) => `${folder}/${file}`);
  expect(files.sort()).toEqual(named.map(({ path }) => path).sort());
});

describe.each(named)('$path', ({ definition, variant, browser, path }) => {
  const recording = readRecording(definition.cause, variant, browser);

  test('is small and was made with this case', () => {
    expect(statSync(path).size).toBeLessThan(maxBytes);
    expect([recording.cause, recording.variant]).toEqual([definition.cause, variant]);
    expect(recording.browser.name).toBe(browser === 'chromium' ? 'chrome' : 'firefox');
  });

  test('replays to what the panel reported', () => {
    expect(replayedSummary(recording)).toEqual(recording.summary);
  });
});

test.each(named.filter(({ variant }) => variant === 'broken'))('$path shows the failure', (one) => {
  const { definition, variant, browser } = one;
  const { row, cause } = definition;
  const recording = readRecording(cause, variant, browser);
  const { exchanges } = explained(recording);
  if (row === null) {
    const outcomes = exchanges.map(({ verdict }) => verdict.outcome);
    expect(outcomes.filter((outcome) => outcome === 'blocked' || outcome === 'failed')).toEqual([]);
    return;
  }
  const [name = '', path = ''] = row.at.split(/:(.*)/);
  const start = recordedOrigin(definition, name) + path;
  const rows = exchanges.filter(({ facts }) =>
    facts.hops.some(
      ({ url, method }) => url.replace(/^ws/, 'http').startsWith(start) && method === (row.method ?? method),
    ),
  );
  expect(rows.map(({ verdict }) => verdict.outcome)).toContain(row.outcome);
});
