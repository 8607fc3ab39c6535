import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { asCurl, asFetch } from '../../src/devtools/copy';
import type { Verdict } from '../../src/exchange/judge';
import type { ExchangeFacts, HopFacts } from '../../src/protocol/facts';
import { exchangeFacts } from '../support/facts';
import { headers } from '../support/http';

function facts(hop: Partial<HopFacts>, part: Partial<ExchangeFacts> = {}): ExchangeFacts {
  const sent = { url: 'https://api.example/a', requestHeaders: [], ...hop };
  return exchangeFacts([sent], { origin: 'https://page.example', ...part });
}

const seen = {
  mode: { value: 'cors', basis: 'observed' },
  credentialsMode: { value: 'include', basis: 'inferred' },
} as Verdict;

describe('as cURL', () => {
  test('is the URL alone for a plain GET', () => {
    expect(asCurl(facts({}))).toBe('curl https://api.example/a');
  });

  test('carries method and headers, and leaves out those that curl or the body decides', () => {
    const requestHeaders = headers('Origin: https://page.example\nContent-Length: 5\nHost: api.example');
    expect(asCurl(facts({ method: 'PUT', requestHeaders }))).toBe(
      "curl https://api.example/a \\\n  -X PUT \\\n  -H 'Origin: https://page.example'",
    );
  });

  test.each([
    // method  URL                              expected
    ['HEAD', 'https://api.example/a', 'curl https://api.example/a \\\n  --head'],
    ['GET', 'https://api.example/?q=a&b', "curl 'https://api.example/?q=a&b'"],
    ['GET', 'https://api.example/[1]{2}', "curl 'https://api.example/[1]{2}' \\\n  --globoff"],
    ["X';id;'", 'https://api.example/a', "curl https://api.example/a \\\n  -X 'X'\\'';id;'\\'''"],
  ])('writes %s %s as words of a shell', (method, url, expected) => {
    expect(asCurl(facts({ method, url }))).toBe(expected);
  });

  test('escapes control characters, which a terminal would obey', () => {
    const requestHeaders = [['X-A', "a\u0003b'c\\"]] as const;
    expect(asCurl(facts({ requestHeaders }))).toContain("-H $'X-A: a\\x03b\\'c\\\\'");
  });

  test('sends an empty header as empty, and not as none', () => {
    expect(asCurl(facts({ requestHeaders: [['X-A', '']] }))).toContain("-H 'X-A;'");
  });

  test('names the origin where the browser did not show the headers', () => {
    expect(asCurl(facts({ requestHeaders: null }))).toContain("-H 'Origin: https://page.example'");
  });

  test('is the request before its redirects', () => {
    const [first] = facts({}).hops;
    const [second] = facts({ url: 'https://other.example/' }).hops;
    expect(asCurl(facts({}, { hops: [first!, second!] }))).toBe('curl https://api.example/a');
  });
});

describe('as fetch', () => {
  test('carries mode and credentials mode, and the headers that the page set', () => {
    const requestHeaders = headers('Origin: https://page.example\nAccept: */*\nX-A: 1\nSec-Fetch-Mode: cors');
    expect(asFetch(facts({ method: 'PUT', requestHeaders }), seen)).toBe(
      [
        "await fetch('https://api.example/a', {",
        "  method: 'PUT',",
        "  mode: 'cors',",
        "  credentials: 'include',",
        '  headers: [',
        "    ['X-A', '1'],",
        '  ],',
        '});',
      ].join('\n'),
    );
  });

  test('marks what was assumed', () => {
    const verdict = { ...seen, credentialsMode: { value: 'same-origin', basis: 'assumed' } } as Verdict;
    expect(asFetch(facts({}), verdict)).toContain("credentials: 'same-origin', // assumed");
  });

  test('names no mode for a navigation, as no page can ask for it', () => {
    const verdict = { ...seen, mode: { value: 'navigate', basis: 'inferred' } } as Verdict;
    expect(asFetch(facts({}), verdict)).not.toContain('mode:');
  });

  test('opens a WebSocket for a handshake', () => {
    const verdict = { ...seen, mode: { value: 'websocket', basis: 'inferred' } } as Verdict;
    expect(asFetch(facts({ url: 'wss://live.example/' }), verdict)).toBe(
      "new WebSocket('wss://live.example/');",
    );
  });

  test('is read by JavaScript as the values that were sent', () => {
    const value = "it's \\ odd\u202e\u0000\u{e0041}";
    const text = asFetch(facts({ requestHeaders: [['X-A', value]] }), seen);
    expect(text).not.toMatch(/[\u202e\u{e0041}]/u);
    const literal = /\['X-A', ('.*')\]/.exec(text)?.[1] ?? '';
    expect(runInNewContext(literal)).toBe(value);
  });
});
