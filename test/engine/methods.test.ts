import { describe, expect, test } from 'vitest';
import { isCorsSafelistedMethod, normalizeMethod } from '../../src/engine/methods';

describe('methods', () => {
  // biome-ignore format: a table
  test.each([
    // as written   normalized   needs no preflight
    ['GET',         'GET',       true],
    ['get',         'GET',       true],
    ['Head',        'HEAD',      true],
    ['post',        'POST',      true],
    ['put',         'PUT',       false],
    ['delete',      'DELETE',    false],
    ['options',     'OPTIONS',   false],
    ['patch',       'patch',     false],
    ['PATCH',       'PATCH',     false],
    ['chicken',     'chicken',   false],
    ['QUERY',       'QUERY',     false],
    ['',            '',          false],
  ])('%s goes out as %s, CORS-safelisted: %s', (method, normalized, isSafelisted) => {
    expect(normalizeMethod(method)).toBe(normalized);
    expect(isCorsSafelistedMethod(normalized)).toBe(isSafelisted);
  });
});
