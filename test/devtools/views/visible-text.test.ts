import { describe, expect, test } from 'vitest';
import { segmentsOf, visibleText } from '../../../src/devtools/views/text/visible-text';

describe('visible text', () => {
  // biome-ignore format: a table
  test.each([
    // text          shown
    ['plain',        'plain'],
    ['汉字 é 🙂',     '汉字 é 🙂'],
    ['a\u0000b',     'a\\x00b'],
    ['a\r\nb\tc',    'a\\x0d\\x0ab\\x09c'],
    ['a\u007f',      'a\\x7f'],
    ['a\u00ad',      'a\\xad'],
    ['a\u202ecba',   'a\\u202ecba'],
    ['a\u200bb',     'a\\u200bb'],
    ['a\u2028b',     'a\\u2028b'],
    ['a\ud800b',     'a\\ud800b'],
    ['a\u{e0041}b',  'a\\u{e0041}b'],
  ])('of %j is %j', (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  test('marks what was replaced, and only that', () => {
    expect(segmentsOf('a\u0000\u0001b')).toEqual([
      { text: 'a', odd: false },
      { text: '\\x00\\x01', odd: true },
      { text: 'b', odd: false },
    ]);
  });
});
