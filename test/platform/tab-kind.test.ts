import { expect, test } from 'vitest';
import { isSameWindowKind, kindOf } from '../../src/platform/tab-kind';

// biome-ignore format: a table
test.each([
  // what the browser says                                           kind
  [{ incognito: false },                                             'default'],
  [{ incognito: true },                                              'private'],
  [{},                                                               'default'],
  [{ incognito: false, cookieStoreId: 'firefox-default' },           'default'],
  [{ incognito: true, cookieStoreId: 'firefox-private' },            'private'],
  [{ incognito: false, cookieStoreId: 'firefox-container-2' },       'container-2'],
])('%j is of the kind %s', (said, kind) => {
  expect(kindOf(said)).toBe(kind);
});

// biome-ignore format: a table
test.each([
  // a panel's kind  a tab's kind   may it watch
  ['default',        'default',     true],
  ['private',        'private',     true],
  ['default',        'container-2', true],
  ['default',        'private',     false],
  ['private',        'default',     false],
  ['private',        'container-2', false],
])('a panel of the kind %s and a tab of the kind %s: %s', (own, other, may) => {
  expect(isSameWindowKind(own, other)).toBe(may);
});
