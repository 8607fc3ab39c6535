import { expect, test } from 'vitest';
import { browserWithVersion } from '../../src/prose/browser-label';

// biome-ignore format: a table
test.each([
  // name                version       as people call it
  ['chrome'  as const,  '156.0.0.0',  'Chrome 156'],
  ['firefox' as const,  '153.0',      'Firefox 153'],
  ['chrome'  as const,  '',           'Chrome'],
])('%s %s is called by its name and the number of its version', (name, version, called) => {
  expect(browserWithVersion({ name, version })).toBe(called);
});
