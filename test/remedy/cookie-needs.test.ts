import { describe, expect, test } from 'vitest';
import { type CookieRequest, cookieRules } from '../../src/engine';
import { storableCookie } from '../../src/remedy/cookie-needs';

const here: CookieRequest = {
  url: 'https://www.page.example/app/x',
  atMs: 1_000,
  includesCredentials: true,
  isSameSite: true,
  isTopLevel: false,
  topLevelSite: null,
  method: 'GET',
  isPublicSuffix: (domain) => domain === 'example',
};
const framed = { isSameSite: false };
const insecure = { url: 'http://www.page.example/' };

describe('the Set-Cookie header that a browser stores', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<CookieRequest>, string | null]>([
    // rejected                                            request     stored
    ['a=1; Path=/',                                        {},         null],
    ['a=1; Path=/; HttpOnly; Secure; SameSite=Lax',        framed,     'a=1; Path=/; HttpOnly; Secure; SameSite=None; Partitioned'],
    ['a=1',                                                framed,     'a=1; Secure; SameSite=None; Partitioned'],
    ['a=1; SameSite=None',                                 {},         'a=1; SameSite=None; Secure'],
    ['a=1; Partitioned',                                   {},         'a=1; Partitioned; Secure'],
    ['a=1; Domain=other.example; Path=/',                  {},         'a=1; Path=/'],
    ['a=1; Domain=example',                                {},         'a=1'],
    ['__Secure-a=1',                                       {},         '__Secure-a=1; Secure'],
    ['__Host-a=1; Domain=page.example',                    {},         '__Host-a=1; Secure; Path=/'],
    ['__Http-a=1',                                         {},         '__Http-a=1; Secure; HttpOnly'],
    ['__Host-Http-a=1; Path=/app',                         {},         '__Host-Http-a=1; Secure; Path=/; HttpOnly'],
    ['__Host-a=1; SameSite=Strict',                        framed,     '__Host-a=1; Path=/; Secure; SameSite=None; Partitioned'],
    ['a=1; SameSite=None',                                 insecure,   null],
    ['a=1; Secure',                                        insecure,   null],
    ['a=1',                                                { includesCredentials: false }, null],
    ['a=b\u0000c',                                         {},         null],
  ])('for %s, %j, is %s', (header, part, expected) => {
    expect(storableCookie(header, { ...here, ...part }, cookieRules.chrome)).toBe(expected);
  });
});
