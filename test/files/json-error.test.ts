import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonErrorIn } from '../../src/files/json-error';

describe('the place where a text stops being JSON', () => {
  // biome-ignore format: a table
  test.each([
    // text                      at  is cut
    ['',                          0, true],
    ['{',                         1, true],
    ['{"a"',                      4, true],
    ['{"a": tr',                  8, true],
    ['["\\u00',                   6, true],
    ['[1, 2',                     5, true],
    ['{"a": hello}',              6, false],
    ['[1 2]',                     3, false],
    ['[1,]',                      3, false],
    ['{"a":1,}',                  7, false],
    ['{a:1}',                     1, false],
    ['[1}',                       2, false],
    ['[] []',                     3, false],
    ['["a\nb"]',                  3, false],
    ['[1.',                       3, true],
    ['[1e+',                      4, true],
    ['[01]',                      2, false],
  ])('in %j is %d, cut: %s', (text, at, isCut) => {
    const error = jsonErrorIn(text);
    expect(error.isCut).toBe(isCut);
    if (!isCut) expect(error.at).toBe(at);
  });

  test('is the end for every cut text, and never beyond', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, seed) => {
        const cut = json.slice(0, seed % json.length);
        let isValid = true;
        try {
          JSON.parse(cut);
        } catch {
          isValid = false;
        }
        fc.pre(!isValid);
        const { at, isCut } = jsonErrorIn(cut);
        expect(isCut).toBe(true);
        expect(at).toBeLessThanOrEqual(cut.length);
      }),
    );
  });
});
