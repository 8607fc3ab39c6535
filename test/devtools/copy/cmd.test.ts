import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asCmdCurl } from '../../../src/devtools/copy/curl';
import { argumentsAtPrompt, argumentsOf } from '../../support/cmd-exe';
import { runs } from '../../support/runs';
import {
  anyRequest,
  craftedRequests,
  expectedOf,
  factsOf,
  factsOfSent,
  isPlain,
  type Sent,
} from './requests';

/** There may be any variable, but for one whose name has a caret. */
const variable = (name: string) => (name.includes('^') ? undefined : '" & touch f & "');

const given = (request: Sent) => argumentsAtPrompt(asCmdCurl(factsOfSent(request))?.text ?? '', variable);

describe('pasted into cmd.exe', () => {
  test.each(craftedRequests.filter(asCmdTakes).map((request) => ({ request })))(
    'gives curl what was sent, and runs nothing else: $request',
    ({ request }) => {
      expect(given(request)).toEqual(['curl.exe', ...expectedOf(request, isPlain).argv]);
    },
  );

  test('gives curl what was sent of any request', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        expect(given(request)).toEqual(['curl.exe', ...expectedOf(request, isPlain).argv]);
      }),
      { numRuns: runs(500) },
    );
  });

  test('names the headers that it cannot hold, and puts no control character in the text', () => {
    const { text, without } = asCmdCurl(
      factsOf({
        requestHeaders: [
          ['X-A', 'é'],
          ['X-B', '\u0003'],
          ['X-C', 'c'],
        ],
      }),
    ) ?? { text: '', without: [] };
    expect(without).toEqual(['X-A', 'X-B']);
    expect(text).toMatch(/^[ -~\n]+$/);
    expect(text).toContain('X-C');
  });

  test('is nothing if it is longer than cmd.exe takes', () => {
    expect(asCmdCurl(factsOf({ requestHeaders: [['Cookie', 'a'.repeat(8_200)]] }))).toBe(null);
  });

  test('reads like this', () => {
    const requestHeaders = [['sec-ch-ua', '"A\\";v="1"']] as const;
    expect(
      asCmdCurl(factsOf({ method: 'PUT', url: 'https://a.example/?q=%20&b', requestHeaders }))?.text,
    ).toBe(
      [
        'curl.exe ^"https://a.example/^?q=%^20^&b^" ^',
        '  -X PUT ^',
        '  -H ^"sec-ch-ua: \\^"A\\\\\\^"^;v=\\^"1\\^"^"',
      ].join('\n'),
    );
  });
});

function asCmdTakes(request: Sent): boolean {
  return asCmdCurl(factsOfSent(request)) !== null;
}

describe('the reader that stands for cmd.exe', () => {
  // biome-ignore format: a table
  test.each([
    // typed                       the program gets
    ['a b  c',                     ['a', 'b', 'c']],
    ['a "b c" d',                  ['a', 'b c', 'd']],
    ['a "b & c"',                  ['a', 'b & c']],
    ['a ^"b^&c^"',                 ['a', 'b&c']],
    ['a ^"b ^\n  c^"',             ['a', 'b   c']],
    ['a %V%',                      ['a', 'value']],
    ['a "%V%"',                    ['a', 'value']],
    ['a %V:x=y%',                  ['a', 'value']],
    ['a %N% %',                    ['a', '%N%', '%']],
    ['a ^%^V^%',                   ['a', '%V%']],
  ])('reads %j', (typed, words) => {
    expect(argumentsAtPrompt(typed, (name) => (name === 'V' ? 'value' : undefined))).toEqual(words);
  });

  test.each([
    'a & b',
    'a | b',
    'a > b',
    'a "b" & c',
    'a ^"b & c^"',
    'a\nb',
    'a "b\nc"',
    'a ^',
    'a "\\" & b & "',
  ])('sees that %j does more than start a program', (typed) => {
    expect(() => argumentsAtPrompt(typed, () => undefined)).toThrow();
  });

  // biome-ignore format: a table
  test.each([
    // The examples of Microsoft's page on parsing C command-line arguments
    ['x "abc" d e',        ['x', 'abc', 'd', 'e']],
    ['x a\\\\b d"e f"g h', ['x', 'a\\\\b', 'de fg', 'h']],
    ['x a\\\\\\"b c d',    ['x', 'a\\"b', 'c', 'd']],
    ['x a\\\\\\\\"b c" d e', ['x', 'a\\\\b c', 'd', 'e']],
    ['x a"b"" c d',        ['x', 'ab" c d']],
  ])('splits %j as the C runtime does', (line, words) => {
    // The last one does not end its quotes, which the runtime forgives.
    if (line.endsWith('"" c d')) expect(argumentsOf(`${line}"`)).toEqual(words);
    else expect(argumentsOf(line)).toEqual(words);
  });
});
