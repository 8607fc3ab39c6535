import { describe, expect, test } from 'vitest';
import { applyNeeds } from '../../../src/recording/what-if/apply-needs';
import { emptyDraft } from '../../../src/recording/what-if/draft';
import { startOf } from '../../../src/recording/what-if/start';
import { openWhatIf } from '../../../src/recording/what-if/what-if';
import type { Need } from '../../../src/remedy/need';
import { rereadReport } from '../../support/compared-file';
import { recordingsOf, reportOfRecording } from '../../support/reports';
import { nothingRecorded } from '../../support/what-if';

const need = (header: string, required: string, current: string | null = null): Need => ({
  purpose: 'pass',
  hop: 0,
  on: 'response',
  header,
  current,
  required,
  isSeen: true,
});

describe('a header change is written into the head of a response', () => {
  // biome-ignore format: a table
  test.each<[string, string, Need, string]>([
    ['that is empty',        '',                             need('A', '1'),            'HTTP/1.1 200\nA: 1'],
    ['without the header',   'HTTP/1.1 404\nB: 2',           need('A', '1'),            'HTTP/1.1 404\nB: 2\nA: 1'],
    ['with another value',   'HTTP/1.1 200\na: 0\nB: 2',     need('A', '1', '0'),       'HTTP/1.1 200\nB: 2\nA: 1'],
    ['with it twice',        'HTTP/1.1 200\nA: 0\nA: 2',     need('A', '1', '0, 2'),    'HTTP/1.1 200\nA: 1'],
    ['without a status',     'B: 2',                         need('A', '1'),            'HTTP/1.1 200\nB: 2\nA: 1'],
    ['with a status alone',  '404',                          need(':status', '204'),    'HTTP/1.1 204'],
    ['with another status',  'HTTP/1.1 302 Found\nA: 1',     need(':status', '204'),    'HTTP/1.1 204\nA: 1'],
    ['with other cookies',   '200\nSet-Cookie: a=1\nSet-Cookie: b=2', need('Set-Cookie', 'b=2; Secure', 'b=2'), '200\nSet-Cookie: a=1\nSet-Cookie: b=2; Secure'],
  ])('%s', (_, response, change, expected) => {
    const draft = { ...emptyDraft, hops: [{ preflight: '', response }] };
    expect(applyNeeds(draft, [change]).hops[0]?.response).toBe(expected);
  });
});

test.each(['chrome', 'firefox'] as const)(
  'every request recorded in %s that headers can let pass is allowed once they are written',
  (browser) => {
    const left: string[] = [];
    let count = 0;
    for (const recording of recordingsOf(browser)) {
      const report = reportOfRecording(browser, recording, 'en');
      for (const compared of rereadReport(report).requests) {
        const start = startOf(compared, null);
        const whatIf = openWhatIf(start, nothingRecorded);
        const own = whatIf(start.draft).results.find((result) => result.browser === browser);
        const needs = own?.explained.needs.filter(({ purpose }) => purpose === 'pass') ?? [];
        // What follows a redirect that is let pass is not known.
        const isKnown =
          start.draft.hops.at(-1)?.response !== '' || own?.explained.verdict.findings[0]?.on === 'preflight';
        if (needs.length === 0 || own?.isStanding || !isKnown) continue;
        count++;
        const after = whatIf(applyNeeds(start.draft, needs)).results.find(
          (result) => result.browser === browser,
        );
        const { outcome } = after!.explained.verdict;
        if (!/^(allowed|opaque|pending)$/.test(outcome)) {
          left.push(`${recording.name}: ${after?.explained.verdict.findings[0]?.code}`);
        }
      }
    }
    expect(left).toEqual([]);
    expect(count).toBeGreaterThan(40);
  },
);
