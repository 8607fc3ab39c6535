import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentsOf, visibleText } from '../../src/prose/visible-text';

describe('visible text', () => {
  // biome-ignore format: a table
  test.each([
    // what                     text            shown
    ['plain text',              'a plain text', 'a plain text'],
    ['other scripts',           '汉字 é 🙂',     '汉字 é 🙂'],
    ['NUL',                     'a\u0000b',     'a⟨U+0000⟩b'],
    ['line breaks and a tab',   'a\r\nb\tc',    'a⟨U+000D⟩⟨U+000A⟩b⟨U+0009⟩c'],
    ['DEL',                     'a\u007f',      'a⟨U+007F⟩'],
    ['a C1 control',            'a\u009b',      'a⟨U+009B⟩'],
    ['no-break space',          'a\u00a0b',     'a⟨U+00A0⟩b'],
    ['soft hyphen',             'a\u00ad',      'a⟨U+00AD⟩'],
    ['grapheme joiner',         'a\u034fb',     'a⟨U+034F⟩b'],
    ['Arabic letter mark',      'a\u061cb',     'a⟨U+061C⟩b'],
    ['Hangul choseong filler',  '\u115fa',      '⟨U+115F⟩a'],
    ['Hangul jungseong filler', '\u1160a',      '⟨U+1160⟩a'],
    ['Ogham space',             'a\u1680b',     'a⟨U+1680⟩b'],
    ['Khmer inherent vowel',    '\u17b4a',      '⟨U+17B4⟩a'],
    ['Mongolian selector',      'a\u180b',      'a⟨U+180B⟩'],
    ['em space',                'a\u2003b',     'a⟨U+2003⟩b'],
    ['zero-width space',        'a\u200bb',     'a⟨U+200B⟩b'],
    ['bidi override',           'a\u202ecba',   'a⟨U+202E⟩cba'],
    ['line separator',          'a\u2028b',     'a⟨U+2028⟩b'],
    ['word joiner',             'a\u2060b',     'a⟨U+2060⟩b'],
    ['bidi isolate',            'a\u2066b',     'a⟨U+2066⟩b'],
    ['blank Braille',           'a\u2800b',     'a⟨U+2800⟩b'],
    ['ideographic space',       'a\u3000b',     'a⟨U+3000⟩b'],
    ['Hangul filler',           'a\u3164b',     'a⟨U+3164⟩b'],
    ['variation selector',      'a\ufe0fb',     'a⟨U+FE0F⟩b'],
    ['byte order mark',         '\ufeffa',      '⟨U+FEFF⟩a'],
    ['half-width filler',       'a\uffa0b',     'a⟨U+FFA0⟩b'],
    ['object replacement',      'a\ufffcb',     'a⟨U+FFFC⟩b'],
    ['a noncharacter',          'a\uffffb',     'a⟨U+FFFF⟩b'],
    ['a lone surrogate',        'a\ud800b',     'a⟨U+D800⟩b'],
    ['a blank note head',       'a\u{1d159}b',  'a⟨U+1D159⟩b'],
    ['a tag',                   'a\u{e0041}b',  'a⟨U+E0041⟩b'],
    ['another selector',        'a\u{e0100}b',  'a⟨U+E0100⟩b'],
  ])('shows %s', (_, text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  test('marks what was replaced, and only that', () => {
    expect(segmentsOf('a\u0000\u0001b')).toEqual([
      { text: 'a', odd: false },
      { text: '⟨U+0000⟩⟨U+0001⟩', odd: true },
      { text: 'b', odd: false },
    ]);
  });

  test('has nothing hidden in it, whatever the text, and is left as it is when shown again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visibleText(text);
        expect(shown).not.toMatch(/(?! )[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}]/u);
        expect(visibleText(shown)).toBe(shown);
      }),
    );
  });
});
