import { describe, expect, test } from 'vitest';
import { asPosixCurl } from '../../../src/report/copy/as-curl';
import { headers } from '../../support/http';
import { factsOf } from './requests';

const text = (...args: Parameters<typeof factsOf>) => asPosixCurl(factsOf(...args))?.text;

describe('as cURL for POSIX shells', () => {
  test('is only the URL for a plain GET', () => {
    expect(asPosixCurl(factsOf({}))).toEqual({ text: "curl 'https://api.example/a'", without: [] });
  });

  test('has the method and headers, except headers that curl sets or that depend on the body', () => {
    const requestHeaders = headers('Origin: https://page.example\nContent-Length: 5\nHost: api.example');
    expect(text({ method: 'PUT', requestHeaders })).toBe(
      "curl 'https://api.example/a' \\\n  -X PUT \\\n  -H 'Origin: https://page.example'",
    );
  });

  // biome-ignore format: a table
  test.each([
    // method  URL                              expected
    ['HEAD',   'https://api.example/a',         "curl 'https://api.example/a' \\\n  --head"],
    ['GET',    'https://api.example/?q=a&b',    "curl 'https://api.example/?q=a&b'"],
    ['GET',    'https://api.example/[1]{2}',    "curl 'https://api.example/[1]{2}' \\\n  --globoff"],
    ["X'id'",  'https://api.example/a',         "curl 'https://api.example/a' \\\n  -X 'X'\\''id'\\'"],
    ['GET',    'https://api.example/\\',        "curl 'https://api.example/'\\\\"],
  ])('quotes %s %s', (method, url, expected) => {
    expect(text({ method, url })).toBe(expected);
  });

  test('writes headers outside printable ASCII in octal and pipes them in', () => {
    const requestHeaders = [
      ['X-A', "é\u0003b'c\\%"],
      ['X-B', 'b'],
    ] as const;
    expect(text({ requestHeaders })).toBe(
      "printf 'X-A: \\351\\003b\\047c\\134%%\\n' | curl 'https://api.example/a' \\\n  -H 'X-B: b' \\\n  -H @-",
    );
  });

  test('continues a long word on the next line before a terminal truncates it', () => {
    expect(text({ url: `https://api.example/${'a'.repeat(200)}` })).toBe(
      `curl 'https://api.example/${'a'.repeat(180)}'\\\n'${'a'.repeat(20)}'`,
    );
  });

  test('sends an empty header instead of removing it', () => {
    expect(text({ requestHeaders: [['X-A', '']] })).toContain("-H 'X-A;'");
  });

  test('sends the Origin header if the browser did not show the headers', () => {
    expect(text({ requestHeaders: null })).toContain("-H 'Origin: https://page.example'");
  });

  test('writes the request before its redirects', () => {
    const [first] = factsOf({}).hops;
    const [second] = factsOf({ url: 'https://other.example/' }).hops;
    expect(text({}, { hops: [first!, second!] })).toBe("curl 'https://api.example/a'");
  });

  // biome-ignore format: a table
  test.each([
    ['was cut when recorded',   ['X-A', 'aaa… (100000)']],
    ['has a line break',        ['X-A', 'a\nX-B: b']],
    ['has NUL',                 ['X-A', 'a\0b']],
    ['is blank',                ['X-A', '\v']],
    ['has a name that is none', ['X A', 'a']],
  ] as const)('omits and lists a header that %s', (_, header) => {
    expect(asPosixCurl(factsOf({ requestHeaders: [header] }))).toEqual({
      text: "curl 'https://api.example/a'",
      without: [header[0]],
    });
  });

  // biome-ignore format: a table
  test.each([
    ['a URL that was cut',   { url: 'https://api.example/aaa… (100000)' }],
    ['no method',            { method: 'A B' }],
  ])('returns null for %s', (_, hop) => {
    expect(asPosixCurl(factsOf(hop))).toBe(null);
  });
});
