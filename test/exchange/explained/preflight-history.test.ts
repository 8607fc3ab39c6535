import { describe, expect, test } from 'vitest';
import { chromeRules } from '../../../src/engine';
import { cachedPreflightOf } from '../../../src/exchange/explained/preflight-history';
import { judge } from '../../../src/exchange/verdict/judge';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import { kept, preflight, put } from '../../support/preflighted-put';

/** Returns the preflight whose result the last of these requests used. */
function cachedFor(...all: readonly ExchangeFacts[]) {
  const lookup = (id: string) => all.find((facts) => facts.id === id);
  const judged = all.map((facts) => ({ facts, verdict: judge(facts, 'chrome', lookup) }));
  const target = judged.at(-1);
  if (!target) throw new Error('no exchange');
  return cachedPreflightOf(target, judged.slice(0, -1), lookup, chromeRules);
}

describe('a preflighted request without a preflight', () => {
  test('names the preflight whose result it used, with its age and lifetime', () => {
    const cached = cachedFor(put('1', 1_000, 'p'), preflight('p', '1', 1_005), put('2', 5_015));
    expect(cached).toEqual({ preflight: 'p', ageMs: 4_000, maxAgeSeconds: 60 });
  });

  test('names the latest of several', () => {
    const cached = cachedFor(
      put('1', 1_000, 'p'),
      preflight('p', '1', 1_005),
      put('2', 70_000, 'q'),
      preflight('q', '2', 70_005),
      put('3', 71_000),
    );
    expect(cached?.preflight).toBe('q');
  });

  test.each<[string, readonly ExchangeFacts[]]>([
    ['none was recorded', []],
    ['the recorded one is too old', [put('1', 1_000, 'p'), preflight('p', '1', 1_005)]],
    [
      'the recorded one was cached for 5 s',
      [put('1', 60_000, 'p'), preflight('p', '1', 60_005, kept.slice(0, 2))],
    ],
    ['the recorded one began later', [put('1', 99_000, 'p'), preflight('p', '1', 99_005)]],
  ])('names none if %s', (_, before) => {
    expect(cachedFor(...before, put('2', 90_000))).toBe(null);
  });

  test('has none if it sent its own', () => {
    const all = [
      put('1', 1_000, 'p'),
      preflight('p', '1', 1_005),
      preflight('q', '2', 2_005),
      put('2', 2_000, 'q'),
    ];
    expect(cachedFor(...all)).toBe(null);
  });
});
