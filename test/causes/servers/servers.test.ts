import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { leadingCause } from '../../../src/diagnosis/diagnose';
import { type Variant, variantsOf } from '../case';
import { explained, replayedSummary } from '../read-recording';
import type { RecordingBrowser } from '../recording';
import { recordedOrigin } from '../serve';
import { type ServerCase, type ServerRecording, serverRecordingPath } from './server-case';
import { serverCases } from './table';

const folder = 'test/causes/servers/recordings';
const maxBytes = 15_000;

const runs = serverCases.flatMap((definition) => {
  const browsers: readonly RecordingBrowser[] = definition.only ? [definition.only] : ['chromium', 'firefox'];
  return browsers.map((browser) => ({ id: definition.id, browser, definition }));
});
const files = runs.flatMap(({ definition, browser }) =>
  variantsOf(definition).map((variant) => ({
    path: serverRecordingPath(definition.id, variant, browser),
    definition,
    variant,
    browser,
  })),
);

function read(id: string, variant: Variant, browser: RecordingBrowser): ServerRecording {
  return JSON.parse(readFileSync(serverRecordingPath(id, variant, browser), 'utf8'));
}

function requestsOf({ id }: ServerCase, variant: Variant, browser: RecordingBrowser) {
  const { exchanges } = explained(read(id, variant, browser));
  return exchanges.filter(({ facts }) => facts.preflightFor === null);
}

/** The request that a case is about. */
function rowOf(definition: ServerCase, variant: Variant, browser: RecordingBrowser) {
  const { at = '', method, outcome } = definition.row ?? {};
  const [name = '', path = ''] = at.split(/:(.*)/);
  const start = recordedOrigin(definition, name) + path;
  const rows = requestsOf(definition, variant, browser).filter(
    ({ facts: { hops } }) =>
      hops.some(({ url }) => url.startsWith(start)) && (method === undefined || hops[0]?.method === method),
  );
  return rows.find(({ verdict }) => variant !== 'broken' || verdict.outcome === outcome);
}

test('has exactly the recordings of its servers', () => {
  const recorded = readdirSync(folder).map((file) => `${folder}/${file}`);
  expect(recorded.sort()).toEqual(files.map(({ path }) => path).sort());
});

describe.each(files)('$path', ({ path, definition, variant, browser }) => {
  test('is a small recording of this server, which replays', () => {
    const recording = read(definition.id, variant, browser);
    expect(statSync(path).size).toBeLessThan(maxBytes);
    expect([recording.cause, recording.variant, recording.server.name]).toEqual([
      definition.cause,
      variant,
      definition.product,
    ]);
    expect(recording.server.version).toMatch(/^\d+\.\d+/);
    expect(replayedSummary(recording)).toEqual(recording.summary);
  });
});

describe('a real server', () => {
  test.each(runs)('$id has its cause first in $browser', ({ browser, definition }) => {
    expect(rowOf(definition, 'broken', browser)?.causes[0]?.code).toBe(definition.cause);
  });

  test.each(runs)('$id has no wrong cause in its twin in $browser', ({ browser, definition }) => {
    const row = rowOf(definition, 'twin', browser);
    const claimed = row && leadingCause(row.causes, row.verdict);
    expect(claimed?.code ?? null).toBe(definition.twin.cause);
  });

  test.each(runs)('$id has no cause once it is fixed in $browser', ({ browser, definition }) => {
    expect(requestsOf(definition, 'fix', browser).flatMap(({ causes }) => causes)).toEqual([]);
  });
});
