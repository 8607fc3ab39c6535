import { describe, expect, test } from 'vitest';
import { byteLength, extractTokens, getHeader, headerValues, isToken } from '../../src/engine/headers';
import type { Header } from '../../src/engine/model';
import { headers } from '../support/http';

// Quadratic time would exceed the timeout of the test.
test('trimming a long header value takes linear time', () => {
  expect(getHeader([['A', `x${' '.repeat(200_000)}y `]], 'A')).toHaveLength(200_002);
});

describe('get', () => {
  // biome-ignore format: a table
  test.each([
    // list                                     name   value
    [[],                                        'A',   null],
    [[['B', 'x']],                              'A',   null],
    [[['A', 'x']],                              'a',   'x'],
    [[['a', 'x'], ['A', 'y']],                  'A',   'x, y'],
    [[['A', 'x'], ['B', 'z'], ['A', 'y']],      'A',   'x, y'],
    [[['A', '']],                               'A',   ''],
    [[['A', ''], ['A', '']],                    'A',   ', '],
    [[['A', '\t x \r\n']],                      'A',   'x'],
    [[['A', 'x\u00a0']],                        'A',   'x\u00a0'],
  ] satisfies [Header[], string, string | null][])('of %j, "%s" is %j', (list, name, value) => {
    expect(getHeader(list, name)).toBe(value);
  });

  test('returns all values separately on request', () => {
    expect(headerValues(headers('Location: /a\nlocation: /b'), 'LOCATION')).toEqual(['/a', '/b']);
  });
});

describe('extract header list values, for a list of tokens', () => {
  // biome-ignore format: a table
  test.each([
    // values                    items
    [[],                         null],
    [['PUT'],                    ['PUT']],
    [['PUT, DELETE'],            ['PUT', 'DELETE']],
    [['PUT,DELETE'],             ['PUT', 'DELETE']],
    [['PUT', 'DELETE'],          ['PUT', 'DELETE']],
    [['PUT', 'PUT'],             ['PUT', 'PUT']],
    [[''],                       []],
    [[', ,,'],                   []],
    [[', PUT ,,'],               ['PUT']],
    [['\tPUT\t,\tDELETE '],      ['PUT', 'DELETE']],
    [['*'],                      ['*']],
    [["!#$%&'*+-.^_`|~09azAZ"],  ["!#$%&'*+-.^_`|~09azAZ"]],
    [['PUT DELETE'],             'failure'],
    [['PUT, @@ x'],              'failure'],
    [['PUT; DELETE'],            'failure'],
    [['"PUT"'],                  'failure'],
    [['PUT', 'b@d'],             'failure'],
    [['pütt'],                   'failure'],
  ] as const)('of %j is %j', (values, items) => {
    const list = values.map((value): Header => ['Access-Control-Allow-Methods', value]);
    expect(extractTokens(list, 'access-control-allow-methods')).toEqual(items);
  });
});

// biome-ignore format: a table
test.each([
  // text   is a token
  ['',      false],
  ['a',     true],
  ['*',     true],
  ['a b',   false],
  ['a,b',   false],
  ['a:b',   false],
  ['é',     false],
])('"%s" is a token: %s', (text, is) => {
  expect(isToken(text)).toBe(is);
});

// biome-ignore format: a table
test.each([
  ['',       0],
  ['abc',    3],
  ['é',      2],
  ['漢',     3],
  ['😀',     4],
  ['a😀é',   7],
])('"%s" has %i bytes', (value, bytes) => {
  expect(byteLength(value)).toBe(bytes);
  expect(byteLength(value)).toBe(Buffer.byteLength(value));
});
