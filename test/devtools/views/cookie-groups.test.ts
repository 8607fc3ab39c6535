import { expect, test } from 'vitest';
import { cookieGroups } from '../../../src/devtools/views/detail/cookie-groups';
import type { CookieUse } from '../../../src/exchange/explained/cookie-use';

const use = (name: string, part: Partial<CookieUse> = {}): CookieUse => ({
  hop: 0,
  name,
  direction: 'sent',
  because: 'in-the-header',
  basis: 'observed',
  cookie: null,
  header: null,
  stored: null,
  otherwise: null,
  ...part,
});

test('groups cookies with the same direction and reason in both browsers', () => {
  const groups = cookieGroups([
    use('a'),
    use('b', { otherwise: 'kept-apart' }),
    use('c', { direction: 'set', because: 'taken' }),
    use('d'),
    use('e', { hop: 1 }),
  ]);
  expect(groups.map(({ uses }) => uses.map(({ name }) => name).join())).toEqual(['a,d', 'b', 'c', 'e']);
  expect(cookieGroups([])).toEqual([]);
});
