import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../src/exchange/verdict/verdict';
import { asFetch } from '../../../src/report/copy/as-fetch';
import { headers } from '../../support/http';
import { anyRequest, factsOf, factsOfSent, nastyValues } from './requests';

const seen = {
  mode: { value: 'cors', basis: 'observed' },
  credentialsMode: { value: 'include', basis: 'inferred' },
} as Verdict;

describe('as fetch', () => {
  test('has the mode, the credentials mode and the headers that the page set', () => {
    const requestHeaders = headers('Origin: https://page.example\nAccept: */*\nX-A: 1\nSec-Fetch-Mode: cors');
    expect(asFetch(factsOf({ method: 'PUT', requestHeaders }), seen)).toEqual({
      text: [
        "await fetch('https://api.example/a', {",
        "  method: 'PUT',",
        "  mode: 'cors',",
        "  credentials: 'include',",
        '  headers: [',
        "    ['X-A', '1'],",
        '  ],',
        '});',
      ].join('\n'),
      without: [],
    });
  });

  test('marks assumed values', () => {
    const verdict = { ...seen, credentialsMode: { value: 'same-origin', basis: 'assumed' } } as Verdict;
    expect(asFetch(factsOf({}), verdict)?.text).toContain("credentials: 'same-origin', // assumed");
  });

  test('omits the mode of a navigation, because fetch() does not accept it', () => {
    const verdict = { ...seen, mode: { value: 'navigate', basis: 'inferred' } } as Verdict;
    expect(asFetch(factsOf({}), verdict)?.text).not.toContain('mode:');
  });

  test('opens a WebSocket for a handshake', () => {
    const verdict = { ...seen, mode: { value: 'websocket', basis: 'inferred' } } as Verdict;
    expect(asFetch(factsOf({ url: 'wss://live.example/' }), verdict)?.text).toBe(
      "new WebSocket('wss://live.example/');",
    );
  });

  test('lists a header that was not fully recorded', () => {
    const requestHeaders = [['X-A', 'aaa… (100000)']] as const;
    expect(asFetch(factsOf({ requestHeaders }), seen)).toMatchObject({ without: ['X-A'] });
  });

  const written = (text: string) => {
    const calls: unknown[] = [];
    runInNewContext(`(async () => {${text}})()`, { fetch: (...args: unknown[]) => calls.push(args) });
    return JSON.parse(JSON.stringify(calls));
  };

  test.each([...nastyValues, '</script><script>', '<!--', '\\u2028', "'+alert(1)+'"])(
    'evaluates in JavaScript to the sent values: %j',
    (value) => {
      const text = asFetch(factsOf({ requestHeaders: [['X-A', value]] }), seen)?.text ?? '';
      expect(text).toMatch(/^[ -~\n]*$/);
      expect(text).not.toContain('<');
      const [[url, { headers: sent }]] = written(text);
      expect([url, sent]).toEqual(['https://api.example/a', [['X-A', value]]]);
    },
  );

  test('is one call with the sent URL for any request', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const text = asFetch(factsOfSent(request), seen)?.text ?? '';
        expect(text).toMatch(/^[ -~\n]*$/);
        const calls = written(text);
        expect(calls).toHaveLength(1);
        expect(calls[0][0]).toBe(request.url);
        expect(calls[0][1].method ?? 'GET').toBe(request.method);
      }),
    );
  });
});
