import { describe, expect, test } from 'vitest';
import { connectionAllowlistOf, connectionCheck } from '../../src/engine';

const own = 'http://www.a.localhost:8480';
const api = 'http://api.b.localhost:8480';

const check = (value: string, url: string) => {
  const list = connectionAllowlistOf([['Connection-Allowlist', value]]);
  return list && connectionCheck(list, url, own);
};

describe('a Connection-Allowlist', () => {
  // Each row was measured in Chromium 156.
  // biome-ignore format: a table
  test.each([
    // value                                        url              result
    ['(response-origin)',                           `${own}/x`,      'allowed'],
    ['(response-origin)',                           `${api}/x`,      'blocked'],
    [`(response-origin "${api}")`,                  `${api}/x?a=1`,  'allowed'],
    [`("${api}")`,                                  `${own}/x`,      'blocked'],
    [`("${api}/*")`,                                `${api}/a/b/x`,  'allowed'],
    [`("${api}/")`,                                 `${api}/x`,      'blocked'],
    [`("${api}/x")`,                                `${api}/x?a=1`,  'allowed'],
    [`("${api}/a/*")`,                              `${api}/a/b/x`,  'allowed'],
    [`("${api}/a/*")`,                              `${api}/x`,      'blocked'],
    ['("*://api.b.localhost:8480/*")',              `${api}/x`,      'allowed'],
    ['("*://*:8480/*")',                            `${api}/x`,      'allowed'],
    ['("*")',                                       `${api}/x`,      'blocked'],
    ['("http://*.b.localhost:8480")',               `${api}/x`,      'allowed'],
    ['("http://*.b.localhost:8480")',               `${own}/x`,      'blocked'],
    ['("http://*:*")',                              `${api}/x`,      'allowed'],
    ['("http://api.b.localhost:*/*")',              `${api}/x`,      'allowed'],
    ['("http://api.b.localhost")',                  `${api}/x`,      'blocked'],
    ['("https://api.b.localhost:8480")',            `${api}/x`,      'blocked'],
    [`("${api}" response-origin), ("http://c")`,    'http://c/',     'blocked'],
    [`"${api}"`,                                    `${api}/x`,      'blocked'],
    ['response-origin',                             `${own}/x`,      'blocked'],
    ['()',                                          `${own}/x`,      'blocked'],
    ['(response-origin',                            `${own}/x`,      'blocked'],
    [`("${api}" "not a pattern" other 1)`,          `${api}/x`,      'allowed'],
    [`("${api.toUpperCase()}")`,                    `${api}/x`,      'allowed'],
    [`("${api}")`,                                  'ws://api.b.localhost:8480/x', 'allowed'],
    ['("ws://api.b.localhost:8480")',               'ws://api.b.localhost:8480/x', 'blocked'],
    ['(response-origin), ("http://api.b.localhost:8480")', `${api}/x`, 'blocked'],
    ['("https://b.example")',                       'https://b.example/', 'allowed'],
    ['("https://b.example:443")',                   'https://b.example/', 'allowed'],
    ['("https://b.example")',                       'https://b.example:8443/', 'blocked'],
    [`("${api}/:id")`,                              `${api}/x`,      'unknown'],
    [`("${api}/a*")`,                               `${api}/x`,      'unknown'],
    ['()',                                          'data:,a',       'allowed'],
  ])('%s for %s', (value, url, expected) => {
    expect(check(value, url)).toBe(expected);
  });

  test('is missing without the header', () => {
    expect(connectionAllowlistOf([])).toBeNull();
  });

  test.each([
    ['(response-origin)', false],
    ['(response-origin);redirects=allow', true],
    ['(response-origin);report-to=a; redirects=allow', true],
    ['(response-origin);redirects=block', false],
    ['(response-origin);redirects=foo', false],
    ['(response-origin;redirects=allow)', false],
  ])('%s allows redirects: %s', (value, allowsRedirects) => {
    expect(connectionAllowlistOf([['connection-allowlist', value]])?.allowsRedirects).toBe(allowsRedirects);
  });

  test('is parsed in linear time', () => {
    expect(check(`(${'a '.repeat(50_000)}`, own)).toBe('blocked');
    expect(check(`("${'\\"'.repeat(50_000)}`, own)).toBe('blocked');
  });
});
