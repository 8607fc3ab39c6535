import { expect, test } from 'vitest';
import { cachedPreflight } from '../../../src/devtools/store/cached-preflight';
import type { Row } from '../../../src/devtools/store/store';
import { judge } from '../../../src/exchange/verdict/judge';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import { preflight, put } from '../../support/preflighted-put';

function recorded(...all: readonly ExchangeFacts[]) {
  const lookup = (id: string) => all.find((facts) => facts.id === id);
  const rows = all.map((facts): Row => {
    const verdict = judge(facts, 'chrome', lookup);
    const entry = { facts, class: verdict.class, outcome: verdict.outcome };
    return { id: facts.id, entry, verdict, sinceReload: null, depth: facts.preflightFor ? 1 : 0 };
  });
  const rowOf = (id: string) => rows.find((row) => row.id === id) ?? null;
  return { entries: rows.map(({ entry }) => entry), rowOf, browser: 'chrome' as const };
}

test('the recorded preflight is found whose cached answer a row did with', () => {
  const all = recorded(put('1', 1_000, 'p'), preflight('p', '1', 1_005), put('2', 5_015), put('3', 90_000));
  const of = (id: string) => {
    const row = all.rowOf(id);
    return row && cachedPreflight(row, all);
  };
  expect(of('2')).toEqual({ preflight: 'p', ageMs: 4_000, maxAgeSeconds: 60 });
  expect(of('1')).toBe(null);
  expect(of('3')).toBe(null);
});
