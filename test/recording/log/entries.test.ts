import { expect, test } from 'vitest';
import { openEntries } from '../../../src/recording/log/entries';
import { exchangeFacts } from '../../support/facts';

test('entries can forget more ids than a call accepts as arguments', () => {
  const entries = openEntries();
  const facts = exchangeFacts([{}]);
  for (let index = 0; index < 200_000; index++) {
    entries.put({
      facts: { ...facts, id: `r${index}` },
      requestClass: 'simple',
      outcome: 'pending',
      mode: 'cors',
    });
  }
  entries.remove(['r7']);
  expect(entries.all).toHaveLength(199_999);
  expect(entries.get('r7')).toBeUndefined();
});
