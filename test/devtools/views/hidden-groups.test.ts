import { expect, test } from 'vitest';
import { hiddenGroups } from '../../../src/devtools/views/detail/hidden-groups';
import { filteredResponse } from '../../../src/engine';
import { headers } from '../../support/http';

const headerList = headers('Set-Cookie: a=1\nX-B: 1\nX-A: 1\nDate: now\nContent-Type: text/plain');
const groupsOf = (responseTainting: 'cors' | 'opaque') =>
  hiddenGroups(
    filteredResponse(
      { credentialsMode: 'omit', responseTainting, redirectMode: 'follow' },
      { status: 200, headerList },
    ).hidden,
  );

test('groups hidden headers by reason, with those that scripts rarely read apart', () => {
  expect(groupsOf('cors')).toEqual([
    { because: 'not-exposed', names: ['x-a', 'x-b'], rarelyRead: ['date'] },
    { because: 'forbidden-name', names: ['set-cookie'], rarelyRead: [] },
  ]);
  expect(groupsOf('opaque').map(({ because }) => because)).toEqual(['opaque']);
  expect(hiddenGroups([])).toEqual([]);
});
