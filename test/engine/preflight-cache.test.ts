import { describe, expect, test } from 'vitest';
import {
  type CachedRequest,
  cacheEntriesOf,
  chromeRules,
  clearCacheEntries,
  type FetchResponse,
  firefoxRules,
  isAnsweredByCache,
  preflightMaxAge,
  standardRules,
} from '../../src/engine';
import { http } from '../support/http';

const put: CachedRequest = {
  origin: 'https://page.example',
  urlList: ['https://api.example/x?y'],
  credentialsMode: 'same-origin',
  method: 'PUT',
  unsafeHeaderNames: [],
  useCorsPreflight: false,
};
const withMaxAge = (value: string | null): FetchResponse => ({
  status: 204,
  headerList: value === null ? [] : [['Access-Control-Max-Age', value]],
});

describe('the time that a preflight is cached', () => {
  // Measured in Chromium 156 and Firefox 153 with two consecutive requests.
  // biome-ignore format: a table
  test.each([
    // written   standard  Chrome  Firefox
    [null,       5,        5,      5],
    ['0',        0,        0,      0],
    ['60',       60,       60,     60],
    ['7201',     7201,     7200,   7201],
    ['99999',    99999,    7200,   86400],
    ['-1',       0,        0,      0],
    ['abc',      5,        5,      0],
    ['1.5',      5,        5,      0],
    ['',         5,        5,      0],
  ])('%s: %d, %d, %d seconds', (written, standard, chrome, firefox) => {
    const seconds = [standardRules, chromeRules, firefoxRules].map((rules) =>
      preflightMaxAge(withMaxAge(written), rules.preflightCache),
    );
    expect(seconds).toEqual([standard, chrome, firefox]);
  });
});

describe('a request after another one whose preflight was answered', () => {
  const answer = http`
    204
    Access-Control-Allow-Methods: PUT, DELETE
    Access-Control-Allow-Headers: X-A, x-b
    Access-Control-Max-Age: 60`;
  const wildcards = http`
    204
    Access-Control-Allow-Methods: *
    Access-Control-Allow-Headers: *
    Access-Control-Max-Age: 60`;

  // biome-ignore format: a table
  test.each<[string, Partial<CachedRequest>, FetchResponse, Partial<CachedRequest>, number, boolean, boolean]>([
    // what                           first                            answer     then                                              after s  Chrome  Firefox
    ['the same request',              {},                              answer,    {},                                               10,      true,   true],
    ['expired',                       {},                              answer,    {},                                               60,      false,  false],
    ['a listed method',               {},                              answer,    { method: 'DELETE' },                             10,      true,   true],
    ['a method not listed',           {},                              answer,    { method: 'PATCH' },                              10,      false,  false],
    ['a safelisted method',           {},                              answer,    { method: 'POST' },                               10,      true,   true],
    ['a listed header, in any case',  {},                              answer,    { method: 'GET', unsafeHeaderNames: ['x-a'] },    10,      true,   true],
    ['a header not listed',           {},                              answer,    { method: 'GET', unsafeHeaderNames: ['x-c'] },    10,      false,  false],
    ['an upload listener',            {},                              answer,    { method: 'POST', useCorsPreflight: true },       10,      false,  false],
    ['another query',                 {},                              answer,    { urlList: ['https://api.example/x?z'] },         10,      false,  false],
    ['another fragment',              {},                              answer,    { urlList: ['https://api.example/x?y#z'] },       10,      false,  false],
    ['another origin',                {},                              answer,    { origin: 'https://other.example' },              10,      false,  false],
    ['credentials, cached without',   {},                              answer,    { credentialsMode: 'include' },                   10,      false,  false],
    ['no credentials, cached with',   { credentialsMode: 'include' },  answer,    {},                                               10,      true,   false],
    ['*, another method',             {},                              wildcards, { method: 'DELETE' },                             10,      true,   false],
    ['*, a header',                   {},                              wildcards, { unsafeHeaderNames: ['x-c'] },                   10,      true,   false],
    ['*, Authorization',              {},                              wildcards, { unsafeHeaderNames: ['authorization'] },         10,      false,  false],
  ])('%s', (_, first, response, then, afterSeconds, chrome, firefox) => {
    const isAnswered = [chromeRules, firefoxRules].map(({ preflightCache }) => {
      const entries = cacheEntriesOf({ ...put, ...first }, response, 1_000, preflightCache);
      return isAnsweredByCache(entries, { ...put, ...then }, 1_000 + afterSeconds * 1000, preflightCache);
    });
    expect(isAnswered).toEqual([chrome, firefox]);
  });

  test('finds nothing after a failure cleared the URL', () => {
    const { preflightCache } = standardRules;
    const entries = cacheEntriesOf(put, answer, 0, preflightCache);
    expect(isAnsweredByCache(clearCacheEntries(entries, put), put, 1, preflightCache)).toBe(false);
    const other = { ...put, urlList: ['https://api.example/other'] };
    expect(isAnsweredByCache(clearCacheEntries(entries, other), put, 1, preflightCache)).toBe(true);
  });
});
