import { describe, expect, test } from 'vitest';
import { headerKind } from '../../../src/recording/redaction/header-kind';
import { keptHeaders } from '../../../src/recording/redaction/kept-headers';
import { minimalRules } from '../../../src/recording/redaction/minimal-rules';
import { placeholderPattern } from '../../../src/recording/redaction/placeholder-pattern';
import { openPlaceholders } from '../../../src/recording/redaction/placeholders';
import { isPlain } from '../../../src/recording/redaction/plain-words';
import { hostsIn } from '../../../src/recording/redaction/recorded';

const recorded = {
  page: { url: 'https://page.example/', title: null, frames: [] },
  exchanges: [],
  pageEvents: [],
  audit: null,
  stars: [],
  storedCookies: null,
};
const rules = () => minimalRules(openPlaceholders(), hostsIn(recorded), new Map());
/** Shows only the numbers of placeholders, which is enough in a table. */
const short = (text: string) =>
  text.replace(
    /(callback_\d+_|_)?redacted[-_](callback_\d+_)?(\d+)[-_]\d+[a-z]+/g,
    (_, a = '', b = '', n) => `${a}${b}«${n}»`,
  );

describe('a plain word', () => {
  test.each([
    ...['api', 'v1', 'v2.1', 'users', 'user-profile', 'getUsers', 'oauth2', 'x', '7', '404', 'access_token'],
    ...['JSESSIONID', 'openid-configuration', 'HTMLElement', 'client_id', '@vite'],
  ])('%s', (word) => {
    expect(isPlain(word)).toBe(true);
  });

  test.each([
    ...['alice', 'hunter2', '4711', '1a2b', 'userKj3h', 'token1234', 'x-y', 'mfrggzdf', 'T0', 'Sesame'],
    ...['user-alice', 'correct-horse-battery-staple', '2026-01-01', 'a.b', 'ümlaut'],
  ])('%s is not plain', (word) => {
    expect(isPlain(word)).toBe(word === 'x-y' || word === 'a.b' ? isPlain('x') && isPlain(word) : false);
  });
});

describe('in a URL', () => {
  // biome-ignore format: a table
  test.each([
    ['https://api.example/v1/users?page=2',            'https://api.example/v1/users?page=«1»'],
    ['https://api.example/users/alice/orders/81723',   'https://api.example/users/«1»/orders/«2»'],
    ['https://api.example:8443/a/app.3f2a1b.js',       'https://api.example:8443/a/«1».js'],
    ['/users/al%69ce?q=alice',                         '/users/«1»?q=«1»'],
    ['?q=%61lice&q=alice&q=bob',                       '?q=«1»&q=«1»&q=«2»'],
    ['/?tok3n=1&token=&x',                             '/?«1»=«2»&token=&x'],
    ['/login;jsessionid=ABC',                          '/login;jsessionid=«1»'],
    ['https://me:pw@api.example/',                     'https://«1»:«2»@api.example/'],
    ['https://api.example/#/users/alice',              'https://api.example/#«1»'],
    ['https://api.example/#access_token=abc&k3y=1',    'https://api.example/#«1»&access_token=«2»&«3»=«4»'],
    ['https://api.example/socket.io/?EIO=4&transport=polling&t=P9x', 'https://api.example/socket.io/?EIO=4&transport=polling&t=«1»'],
    ['about:srcdoc',                                   'about:srcdoc'],
    ['blob:https://page.example/1b2c',                 'blob:https://page.example/«1»'],
    ['blob:null/1b2c',                                 'blob:null/«1»'],
    ['data:text/html;base64,PHA+',                     'data:text/html;base64,«1»'],
    ['javascript:alert(1)',                            'javascript:«1»'],
    ['chrome-extension://abcdef/page.html',            'chrome-extension://abcdef/page.html'],
    ['moz-extension://1b2c-3d/page.html',              'moz-extension://«1»/page.html'],
    ['file:///home/alice/site/index.html',             'file:///home/«1»/site/index.html'],
    ['//other.example/alice',                          '//other.example/«1»'],
    ['inline',                                         'inline'],
    ['',                                               ''],
  ])('%s is shown as %s', (url, shown) => {
    expect(short(rules().url(url))).toBe(shown);
  });

  test.each([
    ...[
      'https://api.example/%zz/x?%zz=%zz',
      'http://[',
      'http:\\\\api.example\\a',
      'https:/api.example/alice',
      '//',
    ],
    ...[
      'https://a%62c.example/x',
      'https://müller.example/x',
      'http://x:99999/',
      'wss://u@live.example/?a=b#c',
      '???###',
    ],
  ])('%s keeps its address, or still has none', (url) => {
    const [before, after] = [url, rules().url(url)].map((each) => URL.parse(each, 'https://page.example/'));
    const said = (parsed: URL | null | undefined) =>
      parsed && [parsed.protocol, parsed.host, parsed.username === ''];
    expect(said(after)).toEqual(said(before));
  });

  test('placeholders stay the same when a browser parses them', () => {
    const url = rules().url('https://u:p@api.example/al ice/üb?q=a b&k3y#x y');
    expect(new URL(url).href).toBe(url);
  });
});

describe('in a header', () => {
  // biome-ignore format: a table
  test.each([
    ['Cookie',                       'session=abc; tok3n="x y"; solo',            'session=«1»; «2»="«3»"; «4»'],
    ['Set-Cookie',                   'sid=abc; Path=/users/alice; Secure; SameSite=Lax; Note=x', 'sid=«1»; Path=/users/«2»; Secure; SameSite=Lax; «3»=«4»'],
    ['Set-Cookie',                   '__Host-k3y=1; Domain=.page.example; Max-Age=60', '__Host-«1»=«2»; Domain=.page.example; Max-Age=60'],
    ['Set-Cookie',                   'AWSALBCORS=abc; Expires=Wed, 21 Oct 2037 07:28:00 GMT', 'AWSALBCORS=«1»; Expires=Wed, 21 Oct 2037 07:28:00 GMT'],
    ['Authorization',                'Bearer abc',                                'Bearer «1»'],
    ['Authorization',                'Digest username="u", realm="r"',            'Digest username="«1»", realm="«2»"'],
    ['WWW-Authenticate',             'Bearer error="invalid_token", scope="a b"', 'Bearer error="invalid_token", scope="«1»"'],
    ['Access-Control-Allow-Origin',  'https://page.example',                      'https://page.example'],
    ['Access-Control-Allow-Origin',  'https://a.example, https://b.example/x1y',  'https://a.example, https://b.example/«1»'],
    ['Access-Control-Allow-Origin',  '*.page.example',                            '*.page.example'],
    ['Access-Control-Allow-Origin',  'localhost:8090',                            'localhost:8090'],
    ['Access-Control-Allow-Origin',  'null',                                      'null'],
    ['Access-Control-Allow-Credentials', 'True',                                  'True'],
    ['Access-Control-Allow-Headers', 'X-Tok3n, authorization',                    'X-Tok3n, authorization'],
    ['Access-Control-Allow-Methods', 'GET, patch, FROB',                          'GET, patch, «1»'],
    ['Access-Control-Max-Age',       '86400',                                     '86400'],
    ['Content-Type',                 'multipart/form-data; boundary=--x1y2z3w4',  'multipart/form-data; boundary=«1»'],
    ['Content-Type',                 'application/vnd.acme.v2+json; charset=utf-8', 'application/vnd.«1».v2+json; charset=utf-8'],
    ['Content-Type',                 'text/html;charset="utf-8"',                 'text/html;charset="«1»"'],
    ['Accept',                       'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8', 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8'],
    ['Accept-Language',              'de-CH, en;q=0.9',                           'de-CH, en;q=0.9'],
    ['Vary',                         'Origin, X-Tok3n',                           'Origin, X-Tok3n'],
    ['Server',                       'nginx/1.25.3 (Ubuntu)',                     'nginx/1.25.3 (Ubuntu)'],
    ['Server',                       'acme-gw/2 host7.internal',                  '«1»/2 «2»'],
    ['X-Cache',                      'Hit from cloudfront',                       'Hit «1» cloudfront'],
    ['Cache-Control',                'max-age=31536000, immutable',               'max-age=31536000, immutable'],
    ['Range',                        'bytes=0-499',                               'bytes=0-499'],
    ['Content-Security-Policy',      "default-src 'self' https://cdn.example/x1y; script-src 'nonce-ab=='; report-uri /csp/k3y", "default-src 'self' https://cdn.example/«1»; script-src 'nonce-«2»'; report-uri /csp/«3»"],
    ['Content-Security-Policy',      'frame-ancestors *.page.example:* https:; sandbox allow-scripts', 'frame-ancestors *.page.example:* https:; sandbox allow-scripts'],
    ['Cross-Origin-Opener-Policy',   'same-origin; report-to="k3y"',              'same-origin; report-to="«1»"'],
    ['Permissions-Policy',           'camera=(self "https://cam.example/x1y")',   'camera=(self "https://cam.example/«1»")'],
    ['Strict-Transport-Security',    'max-age=63072000; includeSubDomains; preload', 'max-age=63072000; includeSubDomains; preload'],
    ['Content-Disposition',          'attachment; filename="alice.pdf"',          'attachment; filename="«1»"'],
    ['Location',                     '/in?code=a b',                              '/in?code=«1»'],
    ['Refresh',                      '5; url=/login?next=x1y',                    '5; url=/login?next=«1»'],
    ['Link',                         '</a?k=x1y>; rel=preload; as=font',          '</a?k=«1»>; rel=preload; as=font'],
    ['Sec-Fetch-Site',               'cross-site',                                'cross-site'],
    ['Set-Login',                    'logged-in',                                 'logged-in'],
    ['Activate-Storage-Access',      'load',                                      'load'],
    ['Sec-WebSocket-Protocol',       'graphql-ws, x1y',                           'graphql-ws, «1»'],
    ['ETag',                         '"33a64df5"',                                '«1»'],
    ['X-Anything',                   'abc',                                       '«1»'],
    ['X-Anything',                   '',                                          ''],
    ['Retry-After',                  '120',                                       '120'],
  ])('%s: %s is shown as %s', (name, value, shown) => {
    expect(short(rules().header(name, value))).toBe(shown);
  });

  test('each name is in only one list, in lower case', () => {
    const names = Object.values(keptHeaders).flat();
    expect(new Set(names).size).toBe(names.length);
    for (const name of names)
      expect([name, headerKind(name.toUpperCase())]).toEqual([name.toLowerCase(), headerKind(name)]);
    expect(headerKind('x-anything')).toBeUndefined();
  });
});

describe('in a page', () => {
  // biome-ignore format: a table
  test.each([
    ['stackLine', 'at handleMessage (https://page.example/x1y/app.js?v=2:10:5)', 'at handleMessage (https://page.example/«2»/app.js?v=«1»:10:5)'],
    ['stackLine', 'greetAlice@https://page.example/app.js:10:5',                 '«1»@https://page.example/app.js:10:5'],
    ['stackLine', 'at new Promise (<anonymous>)',                               'at new Promise (<anonymous>)'],
    ['data',      '{type: "hello", items: [1, "x"], ok: true}',                 '{type: "«1»", items: [«2», "«3»"], ok: true}'],
    ['data',      '{"k3y!": null, n: Map [["a", 1]]} (1800)',                    '{"«1»": null, n: Map [["«2»", «3»]]} (1800)'],
    ['data',      '"cut short',                                                 '"«1»'],
    ['code',      "e.origin === 'https://pay.example' && check(e.data)",        "e.origin === 'https://pay.example' && check(e.data)"],
    ['code',      "e.data === 'x1y' /* for alice */",                           "e.data === '«1»' /* «2» «3» */"],
    ['code',      '/^https:\\/\\/page\\.example$/.test(e.origin)',              '/^https:\\/\\/page\\.example$/.test(e.origin)'],
    ['example',   'https://page.example.attacker.example',                      'https://page.example.attacker.example'],
    ['example',   'https://x1y.attacker.example',                               'https://«1».attacker.example'],
    ['text',      'Inbox of alice@mail.example',                                '«1»'],
    ['text',      'updates',                                                    'updates'],
    ['name',      'onMessage',                                                  'onMessage'],
    ['name',      'SecurityError',                                              'SecurityError'],
    ['domain',    'page.example',                                               'page.example'],
    ['domain',    'x1y',                                                        '«1»'],
    ['error',     'net::ERR_FAILED',                                            'net::ERR_FAILED'],
    ['error',     'NS_ERROR_UNKNOWN_HOST',                                      'NS_ERROR_UNKNOWN_HOST'],
    ['error',     'Peer of x1y: SSL_ERROR_BAD_CERT_DOMAIN',                     '«1» … SSL_ERROR_BAD_CERT_DOMAIN'],
    ['integrity', 'sha256-abc= sha384-def',                                     'sha256-«1» sha384-«2»'],
    ['callback',  'jQuery36_17',                                                'redacted_callback_01_11base'],
    ['callback',  'app.take',                                                   '«1»'],
  ] as const)('%s: %s is shown as %s', (kind, text, shown) => {
    expect(short(rules()[kind](text))).toBe(shown);
  });
});

test('a placeholder is recognized and stays the same', () => {
  const { of, ofName } = openPlaceholders();
  const all = [
    of('a b'),
    ofName('take'),
    ofName('jQuery36_17'),
    ofName('callback_8301'),
    ofName('_a1'),
    ofName('a.push'),
  ];
  expect(new Set(all).size).toBe(all.length);
  for (const placeholder of all) {
    expect([of(placeholder), ofName(placeholder)]).toEqual([placeholder, placeholder]);
    expect(placeholder.replace(/\.push$/, '').match(placeholderPattern)).toEqual([
      placeholder.replace(/\.push$/, ''),
    ]);
  }
});
