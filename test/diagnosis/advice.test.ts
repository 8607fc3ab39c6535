import { describe, expect, test } from 'vitest';
import type { AdviceCode } from '../../src/diagnosis/advice-table';
import { adviceCodes } from '../../src/diagnosis/advice-table';
import { languages } from '../../src/prose';
import { adviceText, adviceWords } from '../../src/prose/advice';
import { http } from '../support/http';
import { pageEvent, ranListener } from '../support/page-events';
import { advised, type Whole } from './advised';
import type { Recorded } from './recorded';

const api = 'https://api.test/x';
const from = (origin: string, answer: Recorded['answer'], part: Partial<Recorded> = {}): Recorded => ({
  asked: `GET ${api}`,
  from: origin,
  ...(answer && { answer }),
  ...part,
});
const allows = (origin: string, more = '') => http`200
  Access-Control-Allow-Origin: ${origin}
  ${more}`;
const withCredentials = 'Access-Control-Allow-Credentials: true';
const echoed = (...origins: readonly string[]): Whole => ({
  requests: origins.map((origin) => from(origin, allows(origin, withCredentials))),
});
const preflight = (lists: string) => http`204
  Access-Control-Allow-Origin: https://a.test
  ${lists}`;
const everything = `Access-Control-Allow-Methods: PUT, DELETE
  Access-Control-Allow-Headers: *, x-a, x-b`;
/** A request with a preflight. */
const preflighted = (
  asked: string,
  names: string,
  lists = everything,
  part: Partial<Recorded> = {},
): Recorded => ({
  asked,
  from: 'https://a.test',
  ...(names && { asks: `Access-Control-Request-Headers: ${names}` }),
  preflight: preflight(lists),
  answer: allows('https://a.test'),
  ...part,
});
const times = (count: number, make: (index: number) => Recorded): Whole => ({
  requests: Array.from({ length: count }, (_, index) => make(index)),
});
const post = (part: Partial<Recorded>): Whole => ({
  requests: [
    from('https://a.test', http`200`, {
      asked: `POST ${api}`,
      sent: 'Cookie: s=1\nSec-Fetch-Site: cross-site\nContent-Type: text/plain',
      ...part,
    }),
  ],
});
const script = (sent: string): Whole => ({
  requests: [
    {
      asked: 'GET https://api.test/user?callback=jQuery123_456',
      type: 'script',
      mode: 'no-cors',
      sent,
      answer: http`200
        Content-Type: application/javascript`,
    },
  ],
});
const sockets = (...statuses: readonly (readonly [origin: string, status: string])[]): Whole => ({
  requests: statuses.map(([origin, status]) =>
    from(origin, http`${status}`, { asked: 'GET wss://api.test/live', type: 'websocket' }),
  ),
});
const heard = (text: string): Whole => ({
  pageEvents: [pageEvent.messageReceived({ listeners: [ranListener({ text, reads: ['data'] })] })],
});
const star = {
  url: 'https://page.example/app.js',
  inline: null,
  listener: null,
  line: 3,
  column: 5,
  text: "postMessage(m, '*')",
};
const font = (mode: 'no-cors' | 'cors'): Recorded =>
  from('http://page.test', allows('*'), {
    asked: 'GET https://api.test/a.woff2',
    type: 'font',
    mode,
    sent: 'Sec-Fetch-Dest: font',
  });

/** Each piece of advice: a recording that has it, and a safe twin. */
const table: Readonly<Record<AdviceCode, readonly [has: Whole, twin: Whole]>> = {
  'null-origin-with-credentials': [
    { requests: [from('null', allows('null', withCredentials))] },
    { requests: [from('https://a.test', allows('https://a.test', withCredentials))] },
  ],
  'reflected-origin': [
    echoed('https://a.test', 'https://b.example'),
    {
      requests: [
        ...(echoed('https://a.test', 'https://b.example').requests ?? []),
        from('https://c.example', http`200`),
      ],
    },
  ],
  'loose-origin-match': [
    echoed('https://app.test', 'https://app.test.evil.example'),
    echoed('https://app.test', 'https://www.app.test'),
  ],
  'jsonp-with-cookies': [script('Cookie: s=1'), script('')],
  'listener-without-check': [
    heard('(e) => go(e.data)'),
    heard("(e) => { if (e.origin === 'https://other.example') go(e.data); }"),
  ],
  'insecure-origin-trusted': [echoed('http://a.test'), echoed('https://a.test')],
  'simple-state-change': [
    post({}),
    post({ sent: 'Cookie: s=1\nSec-Fetch-Site: same-site\nContent-Type: text/plain' }),
  ],
  'open-local-server': [
    { requests: [from('https://a.test', allows('*'), { asked: 'POST http://localhost:3000/mcp' })] },
    {
      requests: [from('https://a.test', allows('https://a.test'), { asked: 'POST http://localhost:3000/' })],
    },
  ],
  'open-socket': [
    sockets(['https://a.test', '101'], ['https://b.test', '101']),
    sockets(['https://a.test', '101'], ['https://b.test', '403']),
  ],
  'echo-without-vary': [
    { requests: ['https://a.test', 'https://b.test'].map((origin) => from(origin, allows(origin))) },
    {
      requests: ['https://a.test', 'https://b.test'].map((origin) =>
        from(origin, allows(origin, 'Vary: Accept-Encoding, Origin')),
      ),
    },
  ],
  'star-target-origin': [{ stars: [star] }, { stars: [] }],
  'loose-listener-check': [
    heard("(e) => { if (e.origin.endsWith('.other.example')) go(e.data); }"),
    heard("(e) => { if (e.origin === 'https://other.example') go(e.data); }"),
  ],
  'wildcard-with-secrets': [
    { requests: [from('https://a.test', allows('*', 'Set-Cookie: s=1'))] },
    { requests: [from('https://a.test', allows('*'))] },
  ],
  'null-origin-allowed': [
    { requests: [from('null', allows('null'))] },
    { requests: [from('null', allows('*'))] },
  ],
  'preflights-not-cached': [
    times(10, () => preflighted(`PUT ${api}`, '')),
    times(10, (index) =>
      preflighted(`PUT ${api}`, '', everything, { preflight: index ? http`404` : http`404` }),
    ),
  ],
  'sdk-preflight-headers': [
    { requests: [preflighted(`GET ${api}`, 'baggage,sentry-trace')] },
    { requests: [preflighted(`GET ${api}`, 'baggage,x-token')] },
  ],
  'preflight-lists-too-short': [
    {
      requests: ['x-a', 'x-b', 'x-c'].map((name) =>
        preflighted(`GET ${api}`, name, `Access-Control-Allow-Headers: ${name}`),
      ),
    },
    { requests: ['x-a', 'x-b', 'x-a'].map((name) => preflighted(`GET ${api}`, name)) },
  ],
  'preflights-per-url': [
    times(8, (index) => preflighted(`PUT ${api}?id=${index}`, '')),
    times(8, () => preflighted(`PUT ${api}?id=1`, '')),
  ],
  'needless-preflight-header': [
    { requests: [preflighted(`GET ${api}`, 'x-requested-with')] },
    { requests: [preflighted(`GET ${api}`, 'x-requested-with,authorization')] },
  ],
  'safelisted-content-type': [
    times(2, () =>
      preflighted(`POST ${api}`, 'content-type', everything, { sent: 'Content-Type: application/json' }),
    ),
    times(2, () =>
      preflighted(`POST ${api}`, 'content-type', everything, {
        sent: 'Content-Type: application/json\nCookie: s=1',
      }),
    ),
  ],
  'preload-fetched-twice': [
    { requests: [font('no-cors'), font('cors')] },
    { requests: [font('cors'), font('cors')] },
  ],
  'preflight-time': [
    times(10, () => preflighted(`PUT ${api}`, '')),
    times(9, () => preflighted(`PUT ${api}`, '')),
  ],
};
const rows = Object.entries(table);
const codesIn = (...parameters: Parameters<typeof advised>) =>
  advised(...parameters).map(({ code }) => code as string);

describe('advice', () => {
  test('has a row here', () => {
    expect(Object.keys(table)).toEqual(adviceCodes);
  });

  test.each(rows)('%s is found in its recording', (code, [has]) => {
    expect(codesIn(has)).toContain(code);
  });

  test.each(rows)('%s is not found in its twin', (code, [, twin]) => {
    expect(codesIn(twin)).not.toContain(code);
  });

  test.each(
    rows.flatMap(([code, [has]]) =>
      (['minimal', 'readable'] as const).map((level) => [code, level, has] as const),
    ),
  )('%s is found in a %s recording', (code, redaction, has) => {
    expect(codesIn(has, redaction)).toContain(code);
  });

  test.each(rows.flatMap(([code, [has]]) => languages.map((language) => [code, language, has] as const)))(
    '%s is explained in %s',
    (code, language, has) => {
      const given = advised(has).find((each) => each.code === code);
      if (!given) throw new Error(`test: no "${code}"`);
      const { title, sentence, remedy } = adviceText(given, adviceWords.in(language));
      expect(title.length, title).toBeLessThanOrEqual(80);
      for (const text of [sentence, remedy]) {
        expect(text).toMatch(/[.。]$/);
        expect(text).not.toMatch(/undefined|\[object|NaN| {2}|\bplease\b/);
      }
    },
  );

  test('says why the cache missed, and what each browser would save', () => {
    const [given] = advised(times(4, () => preflighted(`PUT ${api}`, '')));
    expect(given?.values).toMatchObject({ repeats: '3', chrome: '3', firefox: '3' });
    const zero = advised(
      times(4, () => preflighted(`PUT ${api}`, '', `${everything}\n  Access-Control-Max-Age: 0`)),
    );
    expect(zero[0]?.values.reasons).toBe('max-age-zero 3');
    const bypassed = advised(
      times(4, () => preflighted(`PUT ${api}`, '', everything, { sent: 'Pragma: no-cache' })),
    );
    expect(bypassed[0]?.values.reasons).toBe('bypassed 3');
  });

  test('is not given about an empty recording', () => {
    expect(advised({})).toEqual([]);
  });
});
