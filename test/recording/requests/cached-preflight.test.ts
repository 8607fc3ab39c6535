import { expect, test } from 'vitest';
import { browserRules } from '../../../src/engine';
import { judge } from '../../../src/exchange/verdict/judge';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import { cachedPreflightsIn } from '../../../src/recording/requests/cached-preflight';
import { preflight, put } from '../../support/preflighted-put';

function recorded(...exchanges: readonly ExchangeFacts[]) {
  const lookup = (id: string) => exchanges.find((facts) => facts.id === id);
  return { exchanges, lookup, verdictOf: (facts: ExchangeFacts) => judge(facts, 'chrome', lookup) };
}

test('finds the recorded preflight whose cached result a request used', () => {
  const all = recorded(put('1', 1_000, 'p'), preflight('p', '1', 1_005), put('2', 5_015), put('3', 90_000));
  const of = (id: string) => {
    const facts = all.lookup(id)!;
    return cachedPreflightsIn(all, browserRules.chrome)({ facts, verdict: all.verdictOf(facts) });
  };
  expect(of('2')).toEqual({ preflight: 'p', ageMs: 4_000, maxAgeSeconds: 60 });
  expect(of('1')).toBe(null);
  expect(of('3')).toBe(null);
});
