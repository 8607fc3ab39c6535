import { expect, test } from 'vitest';
import { cookieGroups } from '../../../src/devtools/views/detail/cookie-groups';
import type { CookieSight } from '../../../src/exchange/explained/cookie-sight';

const sight = (name: string, part: Partial<CookieSight> = {}): CookieSight => ({
  hop: 0,
  name,
  direction: 'sent',
  because: 'in-the-header',
  basis: 'observed',
  cookie: null,
  kept: null,
  otherwise: null,
  ...part,
});

test('cookies stand together where the same happened to them for the same reason, in both browsers', () => {
  const groups = cookieGroups([
    sight('a'),
    sight('b', { otherwise: 'kept-apart' }),
    sight('c', { direction: 'set', because: 'taken' }),
    sight('d'),
    sight('e', { hop: 1 }),
  ]);
  expect(groups.map(({ sights }) => sights.map(({ name }) => name).join())).toEqual(['a,d', 'b', 'c', 'e']);
  expect(cookieGroups([])).toEqual([]);
});
