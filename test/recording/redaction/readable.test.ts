import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeaderList } from '../../../src/engine';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import type { PageEventFacts } from '../../../src/protocol/page-events';
import { keptHeaders } from '../../../src/recording/redaction/kept-headers';
import { redactRecording } from '../../../src/recording/redaction/redact';
import { secretsInHeader, secretsInText, secretsInUrl } from '../../../src/recording/redaction/secret-places';
import { isSecretName, isSecretValue } from '../../../src/recording/redaction/secrets';
import { exchangeFacts, hopFacts } from '../../support/facts';
import { pageEvent, ranListener } from '../../support/page-events';
import { reportOfFacts } from '../../support/reports';
import { runs } from '../../support/runs';

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
  ])('%s is harmless', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe('a value that looks like a secret', () => {
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
    ['X-Api-Key',              ' ',                                 ' '],
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

/** Returns a readable report of one request with that URL and these headers, on a page with that title. */
function reportOf(
  url: string,
  requestHeaders: HeaderList,
  { title = 'A page', ...change }: Partial<ExchangeFacts> & { readonly title?: string } = {},
) {
  const facts = exchangeFacts([hopFacts({ url, requestHeaders })], change);
  return reportOfFacts([facts], { title, redaction: 'readable' });
}

const redacted = (...args: Parameters<typeof reportOf>) => reportOf(...args).exchanges[0]!;
const api = 'https://api.example/';

describe('a readable report', () => {
  test('names its redaction', () => {
    expect(reportOf(api, [])).toMatchObject({ redacted: true, redaction: 'readable' });
  });

  test('keeps what does not look like a secret', () => {
    const { url, hops } = redacted(`${api}users/me?page=2`, [['X-Note', 'a note']]);
    expect(url).toBe(`${api}users/me?page=2`);
    expect(hops[0]?.requestHeaders).toEqual([['X-Note', 'a note']]);
  });

  test('has equal placeholders for equal values, and different ones for others', () => {
    const { hops, url } = redacted(`${api}?token=a%2Fb%2Fc&sid=other&key=a/b/c`, [
      ['Authorization', 'Bearer a/b/c'],
      ['Cookie', 'x="a/b/c"; y=another'],
    ]);
    expect(url).toBe(`${api}?token=redacted-1-5base&sid=redacted_2_5letters&key=redacted-1-5base`);
    expect(hops[0]?.requestHeaders).toEqual([
      ['Authorization', 'Bearer redacted-1-5base'],
      ['Cookie', 'x=redacted-1-5base; y=redacted-3-7letters'],
    ]);
  });

  test('redacts all fields that repeat a value', () => {
    const secret = 'hush-4711';
    const repeated = `before ${secret} after`;
    const report = reportOfFacts(
      [
        exchangeFacts(
          [
            hopFacts({
              url: `${api}${secret}#${secret}`,
              requestHeaders: [
                ['Cookie', `sid=${secret}`],
                ['X-Note', repeated],
              ],
            }),
          ],
          { end: { how: 'failed', atMs: 1, error: repeated } },
        ),
      ],
      {
        title: repeated,
        url: `${api}${secret}`,
        frames: [
          { frameId: 0, parentFrameId: -1, documentId: null, url: `${api}#${secret}`, origin: 'null' },
        ],
        pageEvents: [pageEvent.messageReceived({ data: { text: `{note: "${repeated}"}`, length: null } })],
        redaction: 'readable',
      },
    );
    const text = JSON.stringify(report);
    expect(text).not.toContain(secret);
    expect(text.match(/before redacted-1-9base after/g)).toHaveLength(5);
  });

  test('redacts a secret that is cut short', () => {
    const secret = `${'a1'.repeat(90)}end`;
    const { page } = reportOf(api, [['Cookie', `sid=${secret}`]], {
      title: `It was “${secret.slice(0, 119)}…”, which is long.`,
    });
    expect(page.title).toBe('It was “redacted-1-183alnum…”, which is long.');
  });

  test('redacts the password of Basic credentials', () => {
    const { hops, url } = redacted(`${api}pass-word-1`, [
      ['Authorization', `Basic ${btoa('me:pass-word-1')}`],
    ]);
    expect(url).toMatch(/^https:\/\/api\.example\/redacted-\d-11base$/);
    expect(hops[0]?.requestHeaders).toEqual([
      ['Authorization', expect.stringMatching(/^Basic redacted-\d-20base$/)],
    ]);
  });

  test('redacts the parts of a cookie that look like secrets', () => {
    const token = 'a1b2c3d4e5f6a7b8c9d0e1f2';
    const cookie = encodeURIComponent(JSON.stringify({ user: 'me', access: token }));
    const { page } = reportOf(api, [['Cookie', `auth=${cookie}`]], { title: `It sent ${token}.` });
    expect(page.title).toMatch(/^It sent redacted-\d-24hex\.$/);
  });

  // biome-ignore format: a table
  test.each([
    ['percent-encoded',                'a b/c+d&e',  `${api}?q=a%20b%2Fc%2Bd%26e`],
    ['percent-encoded in lower case',  'a b/c+d&e',  `${api}?q=a%20b%2fc%2bd%26e`],
    ['form-encoded',                   'a b/c+d&e',  `${api}?q=a+b%2Fc%2Bd%26e`],
    ['encoded twice',                  'a b/c+d&e',  `${api}?q=a%2520b%252Fc%252Bd%2526e`],
    ['encoded more than necessary',    'abcdef',     `${api}?q=%61%62%63%64%65%66`],
    ['short, as a whole value',        'ab12',       `${api}?q=ab12`],
    ['in part of a path',              'abc-123',    `${api}v1/abc-123/x`],
    ['in part of a word',              'abc-123',    `${api}?q=xabc-123y`],
  ])('redacts a secret %s', (_, secret, url) => {
    const shown = redacted(url, [['Authorization', `Bearer ${secret}`]]).url;
    expect(shown.replace(/redacted([-_])1\1\d+(?:base|text|letters|hex)/, 'PLACE')).toBe(
      url.replace(/(?<=\?q=)(?!x)[^y]*|abc-123/, 'PLACE'),
    );
  });

  test('redacts a short value in its place, and leaves it alone elsewhere', () => {
    const { url, hops, status } = redacted(`${api}?page=1&sid=1`, [['Cookie', 'a=1; b=en']]);
    expect(url).toBe(`${api}?page=1&sid=redacted-1-1digits`);
    expect(hops[0]?.requestHeaders).toEqual([['Cookie', 'a=redacted-1-1digits; b=redacted-2-2letters']]);
    expect(status).toBe(200);
  });

  test('keeps hosts, headers that rules read, and its own words, whatever a cookie contains', () => {
    const values = [
      'api.example',
      'example',
      'https://api.example',
      'https://page.example',
      'preflight',
      'cors',
    ];
    const cookies = values.map((value, index) => `c${index}=${value}`).join('; ');
    const sent = (cookie: string): HeaderList => [
      ['Cookie', cookie],
      ['Origin', 'https://page.example'],
      ['Sec-Fetch-Mode', 'cors'],
    ];
    const { hops, ...rest } = redacted(`${api}?a=1`, sent(cookies));
    const { hops: plainHops, ...plain } = redacted(`${api}?a=1`, sent('c0=1; c1=1; c2=1; c3=1; c4=1; c5=1'));
    expect(rest).toEqual(plain);
    expect(hops[0]?.requestHeaders?.slice(1)).toEqual(plainHops[0]?.requestHeaders?.slice(1));
    expect(hops[0]?.requestHeaders?.[0]?.[1].match(/redacted-\d-/g)).toHaveLength(values.length);
  });
});

const character = fc.constantFrom(...'abcXYZ0189 -_.~!*\'()/+=&%#?";:@,éß中');
const secret = fc
  .string({ unit: character, minLength: 6, maxLength: 40 })
  .map((text) => text.trim())
  .filter((text) => text.length >= 6 && !/^[\d.]+$|redacted/.test(text));

/** Returns all strings in a value. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

test('contains no known secret anywhere', () => {
  const where = fc.record({ secret, other: secret, text: fc.constantFrom('“', ' ', 'x', '=', '/', '…') });
  fc.assert(
    fc.property(where, ({ secret, other, text }) => {
      // These characters end a cookie or a user name, so they are not part of the secret.
      const value = secret.replace(/[;"]/g, '');
      fc.pre(value.trim() === value && value.length >= 6 && /[^a-z]/i.test(value));
      const facts = exchangeFacts([
        hopFacts({
          url: `https://api.example/a?q=${encodeURIComponent(value)}&token=${encodeURIComponent(other)}#${encodeURI(value)}`,
          requestHeaders: [
            ['Cookie', `sid=${value}; b=1`],
            ['X-Note', `${text}${value}${text}`],
            ['X-Api-Key', other],
          ],
        }),
      ]);
      const all = strings(
        reportOfFacts([facts], {
          title: `${text}${value}${text}`,
          pageEvents: [
            pageEvent.messageReceived({ data: { text: JSON.stringify({ a: value }), length: null } }),
            pageEvent.messageReceived({ data: { text: other, length: null } }),
          ],
          redaction: 'readable',
        }),
      );
      for (const each of [value, other]) {
        for (const form of [each, encodeURIComponent(each), JSON.stringify(each).slice(1, -1)]) {
          expect(all.filter((one) => one.includes(form))).toEqual([]);
        }
      }
    }),
    { numRuns: runs(400) },
  );
});

describe.each(['minimal', 'readable'] as const)('redaction in linear time (%s):', (redaction) => {
  /** Quadratic time would exceed this timeout. */
  const patienceMs = 60_000;

  const token = (index: number) =>
    `eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.${index.toString(36).padStart(200, 'abc1')}.sig`;
  const many = (count: number, secretCount: number) =>
    Array.from({ length: count }, (_, index): ExchangeFacts => {
      const url = `https://api.example/${index}?token=${token(index % secretCount)}&page=${index}`;
      const requestHeaders: HeaderList = [
        ['Authorization', `Bearer ${token((index + 1) % secretCount)}`],
        ['Cookie', `sid=s${index % secretCount}abcdef; theme=dark`],
      ];
      return exchangeFacts([hopFacts({ url, requestHeaders })], { id: String(index) });
    });

  test(
    '10,000 exchanges with 5,000 secrets',
    () => {
      const text = JSON.stringify(redactOf(many(10_000, 2_500), redaction));
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
    ['capitals',          'aA'.repeat(50_000)],
    ['dots',              'a.'.repeat(50_000)],
    ['slashes',           '/'.repeat(100_000)],
    ['commas',            ','.repeat(100_000)],
  ])('a text that contains only %s', (_, text) => {
    const headers: HeaderList = Object.values(keptHeaders).flatMap(([name = '']) => [[name, text] as const]);
    const facts = exchangeFacts([hopFacts({
      url: `https://api.example/${text.slice(0, 65_536)}`,
      requestHeaders: [['Cookie', `a=abcdefghij; b=${text}`], ['X-Text', text], ...headers],
      response: { status: 200, headerList: [['Set-Cookie', text], ['Content-Security-Policy', text], ...headers] },
    })], { end: { how: 'failed', atMs: 1, error: text } });
    const events = [
      pageEvent.messageReceived({ data: { text, length: null }, listeners: [ranListener({ name: text, text, registeredAt: { stack: [text] } })] }),
      pageEvent.windowName({ value: { text, length: null } }),
      pageEvent.storageUse({ name: text }),
    ];
    expect(JSON.stringify(redactOf([facts], redaction, events))).not.toContain('abcdefghij');
  }, patienceMs);
});

function redactOf(
  exchanges: readonly ExchangeFacts[],
  redaction: 'minimal' | 'readable',
  pageEvents: readonly PageEventFacts[] = [],
) {
  return redactRecording(
    {
      page: { url: '', title: null, frames: [] },
      exchanges,
      pageEvents,
      audit: null,
      stars: [],
      storedCookies: null,
    },
    redaction,
  );
}
