import { describe, expect, test } from 'vitest';
import type { Header } from '../../src/engine/model';
import {
  corsUnsafeRequestHeaderNames,
  hasUnsafeByte,
  isCorsSafelistedRequestHeader,
  isNonWildcardRequestHeaderName,
} from '../../src/engine/safelist';

const of = (length: number) => 'x'.repeat(length);
const eightOf128 = Array.from({ length: 8 }, (): Header => ['Accept', of(128)]);

describe('CORS-safelisted request-header', () => {
  // biome-ignore format: a table
  test.each([
    // name               value                                       is safelisted
    ['Accept',            '*/*',                                      true],
    ['aCCEPT',            'text/html, application/json;q=0.9',        true],
    ['Accept',            of(128),                                    true],
    ['Accept',            of(129),                                    false],
    ['Accept',            `${of(127)}é`,                              true],
    ['Accept',            `${of(128)}é`,                              false],
    ['Accept',            'a"b',                                      false],
    ['Accept',            'a\tb',                                     true],
    ['Accept',            '',                                         true],

    ['Accept-Language',   'en-US,en;q=0.9, *',                        true],
    ['Content-Language',  'de',                                       true],
    ['Accept-Language',   'en"(x)',                                   false],
    ['Accept-Language',   'en_US',                                    false],
    ['Accept-Language',   'en/us',                                    false],
    ['Accept-Language',   'en\tus',                                   false],
    ['Content-Language',  'mi, é',                                    false],
    ['Accept-Language',   of(129),                                    false],

    ['Content-Type',      'text/plain',                               true],
    ['content-type',      'TEXT/Plain',                               true],
    ['Content-Type',      'text/plain;charset=UTF-8',                 true],
    ['Content-Type',      'text/plain ; charset=utf-8',               true],
    ['Content-Type',      'multipart/form-data; boundary=----x',      true],
    ['Content-Type',      'application/x-www-form-urlencoded',        true],
    ['Content-Type',      'text/plain; charset="utf-8"',              false],
    ['Content-Type',      'application/json',                         false],
    ['Content-Type',      'text/html',                                false],
    ['Content-Type',      'text/plain, application/json',             false],
    ['Content-Type',      'application/json, text/plain',             false],
    ['Content-Type',      'text / plain',                             false],
    ['Content-Type',      'text',                                     false],
    ['Content-Type',      '',                                         false],
    ['Content-Type',      `text/plain;${of(118)}`,                    false],

    ['Range',             'bytes=0-10',                               true],
    ['Range',             'bytes=0-',                                 true],
    ['Range',             'bytes=-10',                                false],
    ['Range',             'bytes=10-0',                               false],
    ['Range',             'bytes=0-1,3-4',                            false],
    ['Range',             'bytes= 0-10',                              false],
    ['Range',             'BYTES=0-10',                               false],

    ['X-Foo',             '1',                                        false],
    ['Authorization',     'Bearer x',                                 false],
    ['DPR',               '2',                                        false],
    ['Cache-Control',     'no-cache',                                 false],
    ['If-None-Match',     '"x"',                                      false],
  ] as const)('%s: %s is one: %s', (name, value, is) => {
    expect(isCorsSafelistedRequestHeader(name, value)).toBe(is);
  });
});

test('the CORS-unsafe request-header bytes are all controls except the tab, and these', () => {
  const bytes = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));
  const printable = bytes.filter((byte, code) => code >= 0x20 && code !== 0x7f && hasUnsafeByte(byte));
  const controls = bytes.filter((byte, code) => (code < 0x20 || code === 0x7f) && !hasUnsafeByte(byte));
  expect(printable.join('')).toBe('"():<>?@[\\]{}');
  expect(controls).toEqual(['\t']);
});

describe('CORS-unsafe request-header names', () => {
  // biome-ignore format: a table
  test.each<[Header[], string[]]>([
    // header list                                                                      names
    [[],                                                                                []],
    [[['Accept', '*/*'], ['Content-Type', 'text/plain']],                               []],
    [[['X-Foo', '1']],                                                                  ['x-foo']],
    [[['X-ccc', '1'], ['x-AAA', '1'], ['X-Bbb', '1']],                                  ['x-aaa', 'x-bbb', 'x-ccc']],
    [[['X-Foo', '1'], ['x-foo', '2']],                                                  ['x-foo']],
    [[['X-Foo', '1'], ['Accept', '*/*']],                                               ['x-foo']],
    [[['Content-Type', 'application/json'], ['Authorization', 'Bearer x']],             ['authorization', 'content-type']],
    [[['Content-Type', 'text/plain'], ['content-type', 'application/json']],            ['content-type']],
    [eightOf128,                                                                        []],
    [[...eightOf128, ['Content-Language', 'x']],                                        ['accept', 'content-language']],
    [[['X-Foo', of(2000)], ['Accept', '*/*']],                                          ['x-foo']],
  ])('of %j', (list, names) => {
    expect(corsUnsafeRequestHeaderNames(list)).toEqual(names);
  });
});

test('the CORS non-wildcard request-header name is Authorization, in any case', () => {
  expect(
    ['authorization', 'AUTHORIZATION', 'Proxy-Authorization', 'cookie'].map(isNonWildcardRequestHeaderName),
  ).toEqual([true, true, false, false]);
});
