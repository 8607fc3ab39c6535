import { expect, test } from 'vitest';
import { openEntries } from '../../../src/recording/log/entries';
import { exchangeFacts } from '../../support/facts';

test('entries forget one of more than a call has room for as arguments', () => {
  const entries = openEntries();
  const facts = exchangeFacts([{}]);
  for (let index = 0; index < 200_000; index++) {
    entries.put({ facts: { ...facts, id: `r${index}` }, class: 'simple', outcome: 'pending', mode: 'cors' });
  }
  entries.remove(['r7']);
  expect(entries.all).toHaveLength(199_999);
  expect(entries.get('r7')).toBeUndefined();
});
