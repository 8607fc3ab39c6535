import { describe, expect, test } from 'vitest';
import {
  type Cookie,
  type CookieRequest,
  cookieNames,
  cookieRules,
  defaultPath,
  isPathMatch,
  parseSetCookie,
  sendCookie,
  setCookie,
} from '../../src/engine';
import { keptCookie } from '../support/facts';

const here: CookieRequest = {
  url: 'https://www.page.example/app/x',
  atMs: 1_000,
  includesCredentials: true,
  isSameSite: true,
  isTopLevel: false,
  topLevelSite: null,
  method: 'GET',
  isPublicSuffix: (domain) => domain === 'example' || domain === 'co.example',
};
const { chrome, firefox } = cookieRules;

describe('a Set-Cookie header', () => {
  const http = { url: 'http://www.page.example/' };
  const local = { url: 'http://localhost:3000/' };
  const cross = { isSameSite: false };

  // biome-ignore format: a table
  test.each<[string, Partial<CookieRequest>, string, string]>([
    // value                                             request                          Chrome                        Firefox
    ['a=b',                                              {},                              'taken',                      'taken'],
    ['a=b',                                              http,                            'taken',                      'taken'],
    ['a=b; Domain=page.example',                         {},                              'taken',                      'taken'],
    ['a=b; Domain=.PAGE.example',                        {},                              'taken',                      'taken'],
    ['a=b; Domain=other.example',                        {},                              'domain-mismatch',            'domain-mismatch'],
    ['a=b; Domain=api.www.page.example',                 {},                              'domain-mismatch',            'domain-mismatch'],
    ['a=b; Domain=example',                              {},                              'public-suffix',              'public-suffix'],
    ['a=b; Secure',                                      http,                            'secure-over-http',           'secure-over-http'],
    ['a=b; Secure',                                      local,                           'taken',                      'taken'],
    ['a=b; SameSite=None',                               {},                              'none-without-secure',        'none-without-secure'],
    ['a=b; SameSite=None; Secure',                       cross,                           'taken-if-third-party',       'taken-if-third-party'],
    ['a=b; SameSite=None; Secure',                       { ...cross, storageAccess: 'none' },     'no-storage-access', 'taken-if-third-party'],
    ['a=b; SameSite=None; Secure',                       { ...cross, storageAccess: 'inactive' }, 'no-storage-access', 'taken-if-third-party'],
    ['a=b; SameSite=None; Secure',                       { ...cross, storageAccess: 'active' },   'taken',             'taken-if-third-party'],
    ['a=b; SameSite=None; Secure; Partitioned',          { ...cross, storageAccess: 'none' },     'taken',             'taken'],
    ['a=b; SameSite=None; Secure; Partitioned',          cross,                           'taken',                      'taken'],
    ['a=b; Partitioned',                                 {},                              'partitioned-without-secure', 'partitioned-without-secure'],
    ['a=b; SameSite=Lax',                                cross,                           'same-site-from-cross-site',  'same-site-from-cross-site'],
    ['a=b; SameSite=Lax',                                { ...cross, isTopLevel: true },  'taken',                      'taken'],
    ['a=b',                                              cross,                           'same-site-from-cross-site',  'taken-if-third-party'],
    ['a=b; SameSite=maybe',                              cross,                           'same-site-from-cross-site',  'taken-if-third-party'],
    ['__Secure-a=b',                                     {},                              'secure-prefix',              'secure-prefix'],
    ['__host-a=b; Secure',                               {},                              'host-prefix',                'host-prefix'],
    ['__Host-a=b; Secure; Path=/',                       {},                              'taken',                      'taken'],
    ['__Host-a=b; Secure; Path=/; Domain=page.example',  {},                              'host-prefix',                'host-prefix'],
    ['a=b; Max-Age=0',                                   {},                              'taken-away',                 'taken-away'],
    ['a=b; Expires=Thu, 01 Jan 1970 00:00:00 GMT',       {},                              'taken-away',                 'taken-away'],
    ['a=b; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', {},                        'taken',                      'taken'],
    ['a=b; Expires=0',                                   {},                              'taken',                      'taken'],
    ['a=b; Expires=-1',                                  {},                              'taken',                      'taken'],
    ['a=b; Expires=Thu, 01-Jan-70 00:00:00 UTC',         {},                              'taken-away',                 'taken-away'],
    [`a=${'é'.repeat(2048)}`,                            {},                              'unreadable',                 'unreadable'],
    ['a=b',                                              { includesCredentials: false },  'credentials-mode',           'credentials-mode'],
    ['=',                                                {},                              'unreadable',                 'unreadable'],
    [`a=${'b'.repeat(4096)}`,                            {},                              'unreadable',                 'unreadable'],
    ['a=b\u0000c',                                       {},                              'unreadable',                 'unreadable'],
    ['alone',                                            {},                              'taken',                      'taken'],
    ['a=b; HttpOnly',                                    {},                              'taken',                      'taken'],
    ['tab=a\tb',                                         {},                              'unreadable',                 'taken'],
    ['ta\tb=1',                                          {},                              'unreadable',                 'taken'],
    ['\ttab=1\t;\tHttpOnly',                             {},                              'taken',                      'taken'],
    ['__Http-b=1; Secure',                               {},                              'http-prefix',                'http-prefix'],
    ['__http-b=1; HttpOnly',                             {},                              'http-prefix',                'http-prefix'],
    ['__Http-b=1; Secure; HttpOnly',                     {},                              'taken',                      'taken'],
    ['__Host-Http-b=1; Secure; Path=/',                  {},                              'host-http-prefix',           'host-http-prefix'],
    ['__HOST-HTTP-b=1; Secure; Path=/; HttpOnly; Domain=page.example', {},                'host-http-prefix',           'host-http-prefix'],
    ['__Host-Http-b=1; Secure; Path=/; HttpOnly',        {},                              'taken',                      'taken'],
    ['=__Host-x; Secure',                                {},                              'nameless-prefix',            'unreadable'],
    ['=__secure-x; Secure',                              {},                              'nameless-prefix',            'unreadable'],
    ['=__Http-x; Secure; HttpOnly',                      {},                              'nameless-prefix',            'unreadable'],
    ['__Host-alone; Secure; Path=/',                     {},                              'nameless-prefix',            'taken'],
    ['=__Hostx',                                         {},                              'taken',                      'unreadable'],
    ['=value',                                           {},                              'taken',                      'unreadable'],
    ['=x=y',                                             {},                              'unreadable',                 'unreadable'],
    ['__Host-=1; Secure; Path=/',                        {},                              'taken',                      'taken'],
    [`a=1; Domain=${'x'.repeat(1025)}`,                  {},                              'taken',                      'taken'],
    [`a=1; Domain=other.example; Domain=${'x'.repeat(1025)}`, {},                         'domain-mismatch',            'domain-mismatch'],
    [`__Host-a=1; Secure; Path=/; Path=/${'x'.repeat(1024)}`, {},                         'taken',                      'taken'],
    [`a=1; SameSite=${'x'.repeat(1025)}`,                {},                              'taken',                      'taken'],
  ])('%s, %j: %s in Chrome, %s in Firefox', (value, part, inChrome, inFirefox) => {
    const parsed = parseSetCookie(value);
    expect(setCookie(parsed, { ...here, ...part }, chrome).because).toBe(inChrome);
    expect(setCookie(parsed, { ...here, ...part }, firefox).because).toBe(inFirefox);
  });

  test('ignores attributes that are longer than 1,024 bytes', () => {
    const pathOf = (length: number) =>
      setCookie(parseSetCookie(`a=1; Path=/${'x'.repeat(length - 1)}`), here, chrome).cookie?.path.length;
    expect([pathOf(1024), pathOf(1025)]).toEqual([1024, '/app'.length]);
  });

  test('gives text without an equals sign to the value in Chrome, and to the name in Firefox', () => {
    const nameIn = (rules: typeof chrome) => setCookie(parseSetCookie('alone'), here, rules).cookie?.name;
    expect([nameIn(chrome), nameIn(firefox)]).toEqual(['', 'alone']);
  });

  test('is completed with default values when it becomes a cookie', () => {
    const { cookie } = setCookie(parseSetCookie('a = b ; path=x; max-age=5'), here, chrome);
    expect(cookie).toEqual({
      name: 'a',
      domain: 'www.page.example',
      isHostOnly: true,
      path: '/app',
      isSecure: false,
      isPartitioned: false,
      sameSite: 'default',
      expiresAtMs: 6_000,
      partition: null,
    });
  });
});

describe('the expiry date of a cookie', () => {
  const at = Date.UTC(2031, 9, 21, 7, 28, 5);

  // biome-ignore format: a table
  test.each<[string, number | null]>([
    ['Tue, 21 Oct 2031 07:28:05 GMT',          at],
    ['Tue, 21-Oct-31 07:28:05 GMT',            at],
    ['Tue Oct 21 07:28:05 2031',               at],
    ['21 october 2031 7:28:5',                 at],
    ['2031 21 Oct 07:28:05 +0200',             at],
    ['Sun, 06 Nov 1994 08:49:37 GMT',          Date.UTC(1994, 10, 6, 8, 49, 37)],
    ['Sun, 06 Nov 94 08:49:37 GMT',            Date.UTC(1994, 10, 6, 8, 49, 37)],
    ['Wed, 01 Jan 69 00:00:00 GMT',            Date.UTC(2069, 0, 1)],
    ['Fri, 01 Jan 1600 00:00:00 GMT',          null],
    ['Tue, 31 Feb 2031 07:28:05 GMT',          null],
    ['Tue, 21 Oct 2031 24:00:00 GMT',          null],
    ['2031-10-21T07:28:05Z',                   null],
    ['0',                                      null],
    ['Session',                                null],
    ['',                                       null],
  ])('by "%s" is %j', (date, expiresAtMs) => {
    expect(parseSetCookie(`a=b; Expires=${date}`)?.expiresAtMs).toBe(expiresAtMs);
  });
});

test('third-party cookies are partitioned by top-level site, always or on request', () => {
  const embedded = { ...here, isSameSite: false, topLevelSite: 'https://shop.example' };
  const partitionOf = (value: string, rules: typeof chrome) =>
    setCookie(parseSetCookie(value), embedded, rules).cookie?.partition;
  const none = 'a=b; SameSite=None; Secure';
  expect([partitionOf(none, chrome), partitionOf(none, firefox)]).toEqual([null, 'https://shop.example']);
  expect(partitionOf(`${none}; Partitioned`, chrome)).toBe('https://shop.example');
});

describe('a cookie', () => {
  const cookie: Cookie = keptCookie({ name: 'a', domain: 'page.example', isHostOnly: false });
  const cross = { isSameSite: false };
  const opens = { ...cross, isTopLevel: true };
  const embedded = { ...cross, topLevelSite: 'https://shop.example' };
  const none = { sameSite: 'none', isSecure: true } as const;

  // biome-ignore format: a table
  test.each<[string, Partial<Cookie>, Partial<CookieRequest>, string, string]>([
    // what                       cookie                                          request                                    Chrome                       Firefox
    ['for the domain',            {},                                             {},                                        'matches',                   'matches'],
    ['on another port',           {},                                             { url: 'https://www.page.example:8443/' }, 'matches',                   'matches'],
    ['host-only, subdomain',      { isHostOnly: true },                           {},                                        'host-only',                 'host-only'],
    ['for another domain',        { domain: 'other.example' },                    {},                                        'domain-mismatch',           'domain-mismatch'],
    ['for a similar domain',      { domain: 'age.example' },                      {},                                        'domain-mismatch',           'domain-mismatch'],
    ['for another path',          { path: '/ap' },                                {},                                        'path-mismatch',             'path-mismatch'],
    ['for this path',             { path: '/app' },                               {},                                        'matches',                   'matches'],
    ['Secure, over http',         { isSecure: true },                             { url: 'http://www.page.example/' },       'secure-over-http',          'secure-over-http'],
    ['Secure, over wss',          { isSecure: true },                             { url: 'wss://www.page.example/' },        'matches',                   'matches'],
    ['expired',                   { expiresAtMs: 1_000 },                         {},                                        'expired',                   'expired'],
    ['without credentials',       {},                                             { includesCredentials: false },            'credentials-mode',          'credentials-mode'],
    ['Strict, cross-site',        { sameSite: 'strict' },                         cross,                                     'strict-cross-site',         'strict-cross-site'],
    ['Strict, cross-site link',   { sameSite: 'strict' },                         opens,                                     'strict-cross-site',         'strict-cross-site'],
    ['Lax, cross-site',           { sameSite: 'lax' },                            cross,                                     'lax-cross-site',            'lax-cross-site'],
    ['Lax, cross-site link',      { sameSite: 'lax' },                            opens,                                     'matches',                   'matches'],
    ['Lax, cross-site form',      { sameSite: 'lax' },                            { ...opens, method: 'POST' },              'lax-cross-site',            'lax-cross-site'],
    ['no SameSite, cross-site',   {},                                             cross,                                     'lax-by-default-cross-site', 'matches-if-third-party'],
    ['None, cross-site',          { sameSite: 'none', isSecure: true },           cross,                                     'matches-if-third-party',    'matches-if-third-party'],
    ['Partitioned',               { sameSite: 'none', isSecure: true, isPartitioned: true }, cross,                          'matches',                   'matches'],
    ['Partitioned, other site',   { ...none, isPartitioned: true, partition: 'https://else.example' }, embedded, 'other-partition', 'other-partition'],
    ['Partitioned, this site',    { ...none, isPartitioned: true, partition: 'https://shop.example' }, embedded, 'matches',      'matches'],
    ['unpartitioned',             none,                                           embedded,                                  'matches-if-third-party',    'kept-apart'],
    ['partitioned by this site',  { ...none, partition: 'https://shop.example' }, embedded,                                  'matches-if-third-party',    'matches-if-third-party'],
    ['site unknown',              { sameSite: 'strict' },                         { isSameSite: null },                      'matches',                   'matches'],
  ])('%s', (_, part, request, inChrome, inFirefox) => {
    expect(sendCookie({ ...cookie, ...part }, { ...here, ...request }, chrome).because).toBe(inChrome);
    expect(sendCookie({ ...cookie, ...part }, { ...here, ...request }, firefox).because).toBe(inFirefox);
  });

  // biome-ignore format: a table
  test.each([
    ['/a/b',  '/a'],
    ['/a/',   '/a'],
    ['/a',    '/'],
    ['/',     '/'],
    ['',      '/'],
  ])('set from %s without a path has %s', (pathname, path) => {
    expect(defaultPath(pathname)).toBe(path);
  });

  test('matches only whole segments of a path', () => {
    expect(isPathMatch('/app/x', '/app')).toBe(true);
    expect(isPathMatch('/app', '/app/')).toBe(false);
    expect(isPathMatch('/apple', '/app')).toBe(false);
  });

  test('is listed by name in a Cookie header', () => {
    expect(cookieNames('a=1; b=2;; c = x=y; d')).toEqual(['a', 'b', 'c', '']);
  });
});
