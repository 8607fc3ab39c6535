import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asCmdCurl } from '../../../src/report/copy/as-curl';
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

/** Any variable may exist, except one with a caret in its name. */
const variable = (name: string) => (name.includes('^') ? undefined : '" & touch f & "');

const given = (request: Sent) => argumentsAtPrompt(asCmdCurl(factsOfSent(request))?.text ?? '', variable);

describe('pasted into cmd.exe', () => {
  test.each(craftedRequests.filter(asCmdTakes).map((request) => ({ request })))(
    'passes the sent request to curl and runs nothing else: $request',
    ({ request }) => {
      expect(given(request)).toEqual(['curl.exe', ...expectedOf(request, isPlain).argv]);
    },
  );

  test('passes any sent request to curl', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        expect(given(request)).toEqual(['curl.exe', ...expectedOf(request, isPlain).argv]);
      }),
      { numRuns: runs(500) },
    );
  });

  test('lists the headers that it cannot express, and writes no control characters', () => {
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

  test('returns null if the command is too long for cmd.exe', () => {
    expect(asCmdCurl(factsOf({ requestHeaders: [['Cookie', 'a'.repeat(8_200)]] }))).toBe(null);
  });

  test('writes a readable command', () => {
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

describe('the parser that models cmd.exe', () => {
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
  ])('parses %j', (typed, words) => {
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
  ])('detects that %j does more than start a program', (typed) => {
    expect(() => argumentsAtPrompt(typed, () => undefined)).toThrow();
  });

  // biome-ignore format: a table
  test.each([
    // Examples from Microsoft's page on parsing C command-line arguments
    ['x "abc" d e',        ['x', 'abc', 'd', 'e']],
    ['x a\\\\b d"e f"g h', ['x', 'a\\\\b', 'de fg', 'h']],
    ['x a\\\\\\"b c d',    ['x', 'a\\"b', 'c', 'd']],
    ['x a\\\\\\\\"b c" d e', ['x', 'a\\\\b c', 'd', 'e']],
    ['x a"b"" c d',        ['x', 'ab" c d']],
  ])('splits %j as the C runtime does', (line, words) => {
    // The last example has no closing quote, which the C runtime accepts.
    if (line.endsWith('"" c d')) expect(argumentsOf(`${line}"`)).toEqual(words);
    else expect(argumentsOf(line)).toEqual(words);
  });
});
