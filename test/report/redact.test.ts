import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeaderList } from '../../src/engine';
import type { Report, ReportExchange } from '../../src/report/model';
import { redact } from '../../src/report/redact';
import { secretsInHeader, secretsInText, secretsInUrl } from '../../src/report/secret-places';
import { isSecretName, isSecretValue } from '../../src/report/secrets';
import { exchangeFacts, hopFacts } from '../support/facts';
import { recordingsOf, reportOfFacts, reportOfRecording } from '../support/reports';
import { runs } from '../support/runs';

const hide = (secret: string) => `[${secret.length}]`;
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

describe('a name of a secret', () => {
  test.each([
    ...['token', 'access_token', 'accessToken', 'accesstoken', 'X-Api-Key', 'apikey', 'JSESSIONID', 'sid'],
    ...['X-CSRF-Token', 'xsrfToken', 'client_secret', 'password', 'passwd', 'pwd', 'code', 'X-Amz-Signature'],
    ...[
      'SAMLResponse',
      'id_token_hint',
      'X-Amz-Security-Token',
      'Cf-Access-Jwt-Assertion',
      'DPoP',
      'code_verifier',
      'passcode',
      'pw',
      'creds',
    ],
  ])('%s', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  test.each([
    ...[
      'page',
      'q',
      'monkey',
      'author',
      'passenger',
      'encode',
      'spin',
      'token_type',
      'category',
      'X-Powered-By',
    ],
  ])('%s is none', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe('a value that is a secret by itself', () => {
  // biome-ignore format: a table
  test.each([
    [jwt,                                           true],
    [`Bearer ${jwt}`,                               true],
    ['ghp_0123456789abcdef',                        true],
    ['sk_live_0123456789',                          true],
    ['f4c1a2b3d4e5f60718293a4b5c6d7e8f',            true],
    ['1234567890',                                  false],
    ['a-quite-long-name-of-no-secret-at-all',       false],
    ['text/html,application/xhtml+xml;q=0.9',       false],
  ])('%s: %s', (value, is) => {
    expect(isSecretValue(value)).toBe(is);
  });
});

describe('in a URL', () => {
  // biome-ignore format: a table
  test.each([
    ['https://a.test/x?page=2#top',                      'https://a.test/x?page=2#top'],
    ['https://a.test/x?token=abc&page=2',                'https://a.test/x?token=[3]&page=2'],
    ['/x?token=abc',                                     '/x?token=[3]'],
    ['?token=abc',                                       '?token=[3]'],
    ['https://a.test/#access_token=abc&x=1',             'https://a.test/#access_token=[3]&x=1'],
    ['https://a.test/#/route?code=abc',                  'https://a.test/#/route?code=[3]'],
    ['https://a.test/;jsessionid=ABC?x=1',               'https://a.test/;jsessionid=[3]?x=1'],
    ['https://a.test/?%74oken=abc',                      'https://a.test/?%74oken=[3]'],
    ['https://a.test/?x=1;token=abc',                    'https://a.test/?x=1%3Btoken%3D%5B3%5D'],
    ['https://a.test/?token=ab;cd',                      'https://a.test/?token=[5]'],
    ["https://a.test/?token=o'brien",                    "https://a.test/?token=[7]"],
    ['https://user:word@a.test/',                        'https://[4]:[4]@a.test/'],
    ['https://token@a.test/',                            'https://[5]@a.test/'],
    ['https://u:p@ss@a.test/',                           'https://[1]:[4]@a.test/'],
    ['//user:word@a.test/',                              '//[4]:[4]@a.test/'],
    ['https://a.test/@scope/b@1',                        'https://a.test/@scope/b@1'],
    [`https://a.test/reset/${jwt}/x`,                    'https://a.test/reset/[49]/x'],
    ['https://a.test/d/1A2b3C4d5E6f7G8h9I0jKlMnOpQrStUv','https://a.test/d/[32]'],
    [`https://a.test/?${jwt}`,                           'https://a.test/?[49]'],
    [`https://a.test/?q=${jwt}`,                         'https://a.test/?q=[49]'],
    ['https://a.test/?to=https%3A%2F%2Fb.test%2F%3Ftoken%3Dabc', 'https://a.test/?to=https%3A%2F%2Fb.test%2F%3Ftoken%3D%5B3%5D'],
    ['https://a.test/?to=%2Fb%3Fto%3D%252Fc%253Ftoken%253Dabc',  'https://a.test/?to=%2Fb%3Fto%3D%252Fc%253Ftoken%253D%255B3%255D'],
    ['https://a.test/?state=%7B%22token%22%3A%22abc%22%7D',      'https://a.test/?state=%7B%22token%22%3A%22%5B3%5D%22%7D'],
    ['https://a.test/?to=https%253A%252F%252Fb.test%252F%253Ftoken%253Dabc', 'https://a.test/?to=https%253A%252F%252Fb.test%252F%253Ftoken%253D%255B3%255D'],
    ['https://a.test/?rate=50%2525',                     'https://a.test/?rate=50%2525'],
    ['https://a.test/?token=&x=1',                       'https://a.test/?token=&x=1'],
    ['https://a.test/?%zz=%zz',                          'https://a.test/?%zz=%zz'],
  ])('%s is shown as %s', (url, shown) => {
    expect(secretsInUrl(url, hide)).toBe(shown);
  });
});

describe('in a text', () => {
  // biome-ignore format: a table
  test.each([
    ['at f (https://a.test/app.js?token=abc:10:5)',  'at f (https://a.test/app.js?token=[3]:10:5)'],
    ['see “https://a.test/?token=abc”，然后',          'see “https://a.test/?token=[3]”，然后'],
    ['token=abc&x=1',                                'token=[3]&x=1'],
    ['{"password": "a b\\"c", "page": "2"}',         '{"password": "[6]", "page": "2"}'],
    ['{"text":"{\\"token\\":\\"abc\\",\\"a\\":\\"b\\"}"}', '{"text":"{\\"token\\":\\"[3]\\",\\"a\\":\\"b\\"}"}'],
    [`failed with ${jwt}.`,                          'failed with [49].'],
    ['sent Bearer abc123DEF456',                     'sent Bearer [12]'],
    ['Bearer authentication, Basic credentials',     'Bearer authentication, Basic credentials'],
    ["credentials: 'include' (or withCredentials)",  "credentials: 'include' (or withCredentials)"],
    ['content-type text/plain;charset=UTF-8',        'content-type text/plain;charset=UTF-8'],
  ])('%s is shown as %s', (text, shown) => {
    expect(secretsInText(text, hide)).toBe(shown);
  });
});

describe('in a header', () => {
  // biome-ignore format: a table
  test.each([
    ['Cookie',                 'a=1; b="x y"; c',                   'a=[1]; b=[5]; [1]'],
    ['Cookie',                 'a=b=c; =d',                         'a=[3]; =[1]'],
    ['Set-Cookie',             'sid=abc; Path=/; HttpOnly',         'sid=[3]; Path=/; HttpOnly'],
    ['Set-Cookie',             'abc; Secure',                       '[3]; Secure'],
    ['set-cookie',             'a=1; Path=/\nb=22',                 'a=[1]; Path=/\nb=[2]'],
    ['Authorization',          'Bearer abc',                        'Bearer [3]'],
    ['Authorization',          'bearer  abc ',                      'bearer  [3]'],
    ['Authorization',          'abc',                               '[3]'],
    ['Authorization',          'my secret',                         '[9]'],
    ['Authorization',          'Digest username="u", response="r"', 'Digest [26]'],
    ['Proxy-Authorization',    'Basic dTpw',                        'Basic [4]'],
    ['WWW-Authenticate',       'Bearer realm="api", error="x"',     'Bearer realm="api", error="x"'],
    ['WWW-Authenticate',       'Digest realm="a", nonce="abc"',     'Digest realm="a", nonce="[3]"'],
    ['WWW-Authenticate',       'Negotiate YWJj',                    'Negotiate [4]'],
    ['X-Api-Key',              'abc',                               '[3]'],
    ['X-Anything',             jwt,                                 '[49]'],
    ['X-Anything',             'abc',                               'abc'],
    ['Location',               '/in?code=a b',                      '/in?code=[3]'],
    ['Referer',                'https://a.test/?token=abc',         'https://a.test/?token=[3]'],
    ['Link',                   '<https://a.test/?token=abc>; rel=x','<https://a.test/?token=[3]>; rel=x'],
    ['Sec-WebSocket-Protocol', 'chat, bearer, abc',                 'chat, bearer, [3]'],
    ['Sec-WebSocket-Protocol', `chat, ${jwt}`,                      'chat, [49]'],
    ['Access-Control-Allow-Headers', 'authorization, x-token',      'authorization, x-token'],
    ['Access-Control-Request-Headers', 'authorization',             'authorization'],
    ['Content-Type',           'application/json',                  'application/json'],
    ['ETag',                   '"33a64df551425fcc55e4d42a148795d9f25f89d4"', '"33a64df551425fcc55e4d42a148795d9f25f89d4"'],
  ])('%s: %s is shown as %s', (name, value, shown) => {
    expect(secretsInHeader(name, value, hide)).toBe(shown);
  });
});

/** A report of one request that sends these headers to that URL. */
function reportOf(url: string, requestHeaders: HeaderList, change: Partial<ReportExchange> = {}): Report {
  const report = reportOfFacts([exchangeFacts([hopFacts({ url, requestHeaders })])]);
  return { ...report, exchanges: report.exchanges.map((exchange) => ({ ...exchange, ...change })) };
}

/** The first exchange of a report without its secrets. */
const redacted = (...args: Parameters<typeof reportOf>) => redact(reportOf(...args)).exchanges[0]!;
const api = 'https://api.example/';

describe('a redacted report', () => {
  test('says so, and is not redacted twice', () => {
    const once = redact(reportOf(`${api}?token=REDACTED-7`, [['Cookie', 'a=REDACTED-1']]));
    expect(once.redacted).toBe(true);
    expect(once.exchanges[0]?.url).toBe(`${api}?token=REDACTED-1`);
    expect(redact(once)).toBe(once);
  });

  test('has equal placeholders for equal values, and others for others', () => {
    const { hops, url } = redacted(`${api}?token=a%2Fb%2Fc&sid=other&key=a/b/c`, [
      ['Authorization', 'Bearer a/b/c'],
      ['Cookie', 'x="a/b/c"; y=another'],
    ]);
    expect(url).toBe(`${api}?token=REDACTED-1&sid=REDACTED-2&key=REDACTED-1`);
    expect(hops[0]?.requestHeaders).toEqual([
      ['Authorization', 'Bearer REDACTED-1'],
      ['Cookie', 'x=REDACTED-1; y=REDACTED-3'],
    ]);
  });

  test('has none in any field that repeats a value', () => {
    const secret = 'hush-4711';
    const repeated = `before ${secret} after`;
    const report = reportOf(api, [['Cookie', `sid=${secret}`]], {
      stack: [repeated],
      headline: repeated,
      error: repeated,
      browserSays: [repeated],
      preflightTriggers: [repeated],
      findings: [
        {
          code: 'orb',
          severity: 'error',
          hop: 0,
          section: 'ORB',
          step: '1',
          specUrl: 'https://fetch.spec.whatwg.org/',
          title: repeated,
          remedy: repeated,
          evidence: { origin: repeated, code: repeated },
        },
      ],
      needs: [{ hop: 0, header: 'Vary', has: repeated, needs: repeated, on: 'response' }],
      cookies: [
        {
          hop: 0,
          name: 'sid',
          direction: 'sent',
          because: repeated,
          basis: 'observed',
          attributes: [repeated],
          kept: 'same',
          otherBrowser: repeated,
        },
      ],
      causes: [{ code: 'a', confidence: 'likely', title: repeated, evidence: [repeated], remedy: repeated }],
      fixes: [{ stack: 'nginx', title: repeated, language: 'nginx', text: repeated }],
      assumptions: [{ field: 'mode', because: repeated }],
    });
    const more = {
      ...report,
      page: { ...report.page, url: `${api}${secret}`, title: repeated },
      frames: [{ frameId: 0, documentId: null, parent: null, url: `${api}#${secret}`, origin: 'null' }],
      advice: [
        {
          code: 'a',
          severity: 'low' as const,
          title: repeated,
          evidence: [repeated],
          exchanges: [],
          pageEvents: [],
        },
      ],
      unknownMember: { preview: [repeated] },
    };
    const text = JSON.stringify(redact(more));
    expect(text).not.toContain(secret);
    expect(text.split('before REDACTED-1 after')).toHaveLength(25);
  });

  test('has none that is cut short', () => {
    const secret = `${'a1'.repeat(90)}end`;
    const { headline } = redacted(api, [['Cookie', `sid=${secret}`]], {
      headline: `It was “${secret.slice(0, 119)}…”, which is long.`,
    });
    expect(headline).toBe('It was “REDACTED-1…”, which is long.');
  });

  test('has none of what is in Basic credentials', () => {
    const { hops, url } = redacted(`${api}pass-word-1`, [
      ['Authorization', `Basic ${btoa('me:pass-word-1')}`],
    ]);
    expect(url).toMatch(/^https:\/\/api\.example\/REDACTED-\d$/);
    expect(hops[0]?.requestHeaders).toEqual([
      ['Authorization', expect.stringMatching(/^Basic REDACTED-\d$/)],
    ]);
  });

  test('has none of the parts of a cookie that are secrets by themselves', () => {
    const token = 'a1b2c3d4e5f6a7b8c9d0e1f2';
    const cookie = encodeURIComponent(JSON.stringify({ user: 'me', access: token }));
    const { headline } = redacted(api, [['Cookie', `auth=${cookie}`]], { headline: `It sent ${token}.` });
    expect(headline).toMatch(/^It sent REDACTED-\d\.$/);
  });

  // biome-ignore format: a table
  test.each([
    ['percent-encoded',               'a b/c+d&e',  `${api}?q=a%20b%2Fc%2Bd%26e`],
    ['percent-encoded in small',      'a b/c+d&e',  `${api}?q=a%20b%2fc%2bd%26e`],
    ['form-encoded',                  'a b/c+d&e',  `${api}?q=a+b%2Fc%2Bd%26e`],
    ['encoded twice',                 'a b/c+d&e',  `${api}?q=a%2520b%252Fc%252Bd%2526e`],
    ['encoded more than it has to be','abcdef',     `${api}?q=%61%62%63%64%65%66`],
    ['short, as a whole value',       'ab12',       `${api}?q=ab12`],
    ['part of a path',                'abc-123',    `${api}v1/abc-123/x`],
    ['part of a word',                'abc-123',    `${api}?q=xabc-123y`],
  ])('has none that is %s', (_, secret, url) => {
    const shown = redacted(url, [['Authorization', `Bearer ${secret}`]]).url;
    expect(shown).toBe(url.replace(/(?<=\?q=)(?!x)[^y]*|abc-123/, 'REDACTED-1'));
  });

  test('knows a value in its place, however short, and leaves it alone elsewhere', () => {
    const { url, hops, status } = redacted(`${api}?page=1&sid=1`, [['Cookie', 'a=1; b=en']]);
    expect(url).toBe(`${api}?page=1&sid=REDACTED-1`);
    expect(hops[0]?.requestHeaders).toEqual([['Cookie', 'a=REDACTED-1; b=REDACTED-2']]);
    expect(status).toBe(200);
  });

  test('keeps hosts, names of headers and words of its own', () => {
    const values = [
      'api.example',
      'example',
      'https://api.example',
      'accept-language',
      'preflight',
      'REDACTED',
    ];
    const cookies = values.map((value, index) => `c${index}=${value}`).join('; ');
    const report = reportOf(`${api}?a=1`, [
      ['Cookie', cookies],
      ['Accept-Language', 'de'],
    ]);
    const { hops, ...rest } = redact(report).exchanges[0]!;
    const { hops: plainHops, ...plain } = report.exchanges[0]!;
    expect(rest).toEqual(plain);
    expect(hops[0]?.requestHeaders?.[1]).toEqual(plainHops[0]?.requestHeaders?.[1]);
    expect(hops[0]?.requestHeaders?.[0]?.[1].match(/REDACTED-\d/g)).toHaveLength(values.length);
  });
});

describe.each(['en', 'zh-CN'] as const)('our own words, in %s', (language) => {
  const reports = (['chrome', 'firefox'] as const).flatMap((browser) =>
    recordingsOf(browser).map((recording) => reportOfRecording(browser, recording, language)),
  );

  test('stay whole whatever word of theirs a cookie has for a value', () => {
    for (const report of reports) {
      const said = JSON.stringify(
        report.exchanges.map((each) => [each.headline, each.findings, each.assumptions]),
      );
      // Values in quotes, methods, and what is in URLs, are the page's words.
      const own = said
        .replace(/“[^”]*”|https?:[^\s"，。；]*|"evidence":\{[^}]*\}/g, ' ')
        .replace(/\b[A-Z]+\b/g, ' ');
      const words = [...new Set(own.match(/(?<![\w.:/-])[A-Za-z]{6,}(?![\w.:/-])/g))];
      const cookies: HeaderList = [['Cookie', words.map((word, index) => `c${index}=${word}`).join('; ')]];
      const [first, ...others] = report.exchanges;
      if (!first) continue;
      const hops = first.hops.map((hop) => ({
        ...hop,
        requestHeaders: [...(hop.requestHeaders ?? []), ...cookies],
      }));
      const { exchanges } = redact({ ...report, exchanges: [{ ...first, hops }, ...others] });
      for (const [index, exchange] of exchanges.entries()) {
        const { headline, findings, assumptions } = report.exchanges[index]!;
        expect(exchange.headline).toBe(headline);
        const said = (all: ReportExchange['findings']) => all.map(({ title, remedy }) => [title, remedy]);
        expect(said(exchange.findings)).toEqual(said(findings));
        expect(exchange.assumptions).toEqual(assumptions);
      }
    }
  });
});

const character = fc.constantFrom(...'abcXYZ0189 -_.~!*\'()/+=&%#?";:@,éß中');
const secret = fc
  .string({ unit: character, minLength: 6, maxLength: 40 })
  .map((text) => text.trim())
  .filter((text) => text.length >= 6 && !/^[\d.]+$|REDACTED/.test(text));

/** Every string that a value holds. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

test('no secret that is known survives anywhere', () => {
  const where = fc.record({ secret, other: secret, text: fc.constantFrom('“', ' ', 'x', '=', '/', '…') });
  fc.assert(
    fc.property(where, ({ secret, other, text }) => {
      // What ends a cookie or a user name stands for itself nowhere else.
      const value = secret.replace(/[;"]/g, '');
      fc.pre(value.trim() === value && value.length >= 6 && /[^a-z]/i.test(value));
      const report = reportOf(
        `https://api.example/a?q=${encodeURIComponent(value)}&token=${encodeURIComponent(other)}#${encodeURI(value)}`,
        [
          ['Cookie', `sid=${value}; b=1`],
          ['X-Note', `${text}${value}${text}`],
          ['X-Api-Key', other],
        ],
        { headline: `${text}${value}${text}`, stack: [`${other}`], error: JSON.stringify({ a: value }) },
      );
      const all = strings(redact(report));
      for (const each of [value, other]) {
        for (const form of [each, encodeURIComponent(each), JSON.stringify(each).slice(1, -1)]) {
          expect(all.filter((one) => one.includes(form))).toEqual([]);
        }
      }
    }),
    { numRuns: runs(400) },
  );
});

describe('without work that grows faster than the report:', () => {
  /** What takes time that grows with a square does not end before this does. */
  const patienceMs = 60_000;

  const many = (count: number, secretCount: number): Report => {
    const token = (index: number) =>
      `eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.${(index % secretCount).toString(36).padStart(200, 'abc1')}.sig`;
    const report = reportOfFacts([
      exchangeFacts([hopFacts({ requestHeaders: [['Origin', 'https://page.example']] })], {
        end: { how: 'failed', atMs: 1, error: 'net::ERR_FAILED' },
      }),
    ]);
    const [exchange] = report.exchanges;
    const [hop] = exchange?.hops ?? [];
    if (!exchange || !hop) return report;
    const exchanges = Array.from({ length: count }, (_, index): ReportExchange => {
      const url = `https://api.example/${index}?token=${token(index)}&page=${index}`;
      return {
        ...exchange,
        id: String(index),
        url,
        hops: [
          {
            ...hop,
            url,
            requestHeaders: [
              ['Authorization', `Bearer ${token(index + 1)}`],
              ['Cookie', `sid=s${index % secretCount}abcdef; theme=dark`],
            ],
          },
        ],
        stack: [`at load (${url}:1:1)`, `at main (https://page.example/app.js:${index}:7)`],
      };
    });
    return { ...report, exchanges };
  };

  test(
    '10,000 exchanges with 5,000 secrets',
    () => {
      const report = many(10_000, 2_500);
      const text = JSON.stringify(redact(report));
      expect(text).not.toMatch(/eyJ|s\d+abcdef/);
    },
    patienceMs,
  );

  // biome-ignore format: a table
  test.each([
    ['separators',        '?&#;='.repeat(20_000)],
    ['scheme after scheme', 'https://'.repeat(12_000)],
    ['user names',        `//${'a:'.repeat(50_000)}`],
    ['half tokens',       '-eyJ'.repeat(25_000)],
    ['open JSON',         '"token":"\\"'.repeat(9_000)],
    ['numbers',           ':1'.repeat(50_000)],
    ['brackets',          `${')]'.repeat(50_000)}x=`],
    ['nesting',           `?a=${'%3Fa%3D'.repeat(14_000)}`],
    ['beginnings',        'abcdef'.repeat(16_000)],
    ['ellipses',          'abcdefg…'.repeat(12_000)],
    ['spaces',            `"token"${' '.repeat(100_000)}bearer${' '.repeat(100_000)}`],
  ])('a text of nothing but %s', (_, text) => {
    const report = reportOf(`https://api.example/${text.slice(0, 65_536)}`, [
      ['Cookie', `a=abcdefghij; b=${text}`],
      ['X-Text', text],
    ], { headline: text });
    expect(JSON.stringify(redact(report))).not.toContain('abcdefghij');
  }, patienceMs);
});
