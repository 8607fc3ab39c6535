import { describe, expect, test } from 'vitest';
import { frameAncestorsCheck, frameOptionsCheck, isAncestorAllowed } from '../../src/engine';
import { headers } from '../support/http';

const url = 'https://framed.example/page';
const own = 'https://framed.example';
const other = 'https://page.example';
const response = (text: string) => ({ status: 200, headerList: headers(text) });

describe('X-Frame-Options', () => {
  // biome-ignore format: a table
  test.each<[string, readonly string[] | null, string]>([
    // headers                                                                ancestors      result
    ['',                                                                      [other],       'allowed 10'],
    ['X-Frame-Options: DENY',                                                 [own],         'refused 8'],
    ['X-Frame-Options: deny',                                                 null,          'refused 8'],
    ['X-Frame-Options: SAMEORIGIN',                                           [own],         'allowed 10'],
    ['X-Frame-Options: SAMEORIGIN',                                           [own, other],  'refused 9'],
    ['X-Frame-Options: SAMEORIGIN',                                           null,          'unknown 9'],
    ['X-Frame-Options: ALLOW-FROM https://page.example',                      [other],       'allowed 10'],
    ['X-Frame-Options: DENY\nX-Frame-Options: DENY',                          [other],       'refused 8'],
    ['X-Frame-Options: SAMEORIGIN\nX-Frame-Options: ALLOWALL',                [own],         'refused 6'],
    ['X-Frame-Options: a, b',                                                 [other],       'allowed 7'],
    ['X-Frame-Options: DENY\nContent-Security-Policy: frame-ancestors *',     [other],       'allowed 2'],
    ['X-Frame-Options: DENY\nContent-Security-Policy-Report-Only: frame-ancestors *', [other], 'refused 8'],
  ])('%j in %j: %s', (text, ancestors, expected) => {
    const { result, step, finding } = frameOptionsCheck({ url, ancestors }, response(text));
    expect(`${result} ${step}`).toBe(expected);
    expect(finding).toBe(result === 'refused' ? 'frame-refused' : null);
  });
});

describe('frame-ancestors', () => {
  // biome-ignore format: a table
  test.each<[string, readonly string[] | null, string]>([
    // Content-Security-Policy                              ancestors      result
    ["frame-ancestors 'none'",                              [own],         'refused 5'],
    ["frame-ancestors 'none'",                              null,          'refused 5'],
    ['frame-ancestors',                                     [own],         'refused 5'],
    ["frame-ancestors 'self'",                              [own],         'allowed 6'],
    ["frame-ancestors 'self'",                              [own, other],  'refused 5'],
    ["default-src 'none'; FRAME-ANCESTORS https:",          [other],       'allowed 6'],
    ["frame-ancestors 'self' https://page.example",         [other, own],  'allowed 6'],
    ["frame-ancestors *, frame-ancestors 'none'",           [own],         'refused 5'],
    ["frame-ancestors *; frame-ancestors 'none'",           [own],         'allowed 6'],
    ['frame-ancestors https://page.example',                null,          'unknown 5'],
  ])('"%s" in %j: %s', (policy, ancestors, expected) => {
    const trace = frameAncestorsCheck({ url, ancestors }, response(`Content-Security-Policy: ${policy}`));
    expect(`${trace?.result} ${trace?.step}`).toBe(expected);
  });

  test('is null if no policy contains it', () => {
    expect(
      frameAncestorsCheck({ url, ancestors: [] }, response("Content-Security-Policy: img-src 'self'")),
    ).toBeNull();
  });

  // biome-ignore format: a table
  test.each([
    // source                  ancestor                        admitted
    ['page.example',           'https://page.example',         true],
    ['http://page.example',    'https://page.example',         true],
    ['https://page.example',   'http://page.example',          false],
    ['*.page.example',         'https://www.page.example',     true],
    ['*.page.example',         'https://page.example',         false],
    ['page.example:8443',      'https://page.example:8443',    true],
    ['page.example:*',         'https://page.example:8443',    true],
    ['page.example',           'https://page.example:8443',    false],
    ['page.example:80',        'https://page.example',         true],
    ['https://page.example/x', 'https://page.example',         true],
    ['https:',                 'http://page.example',          false],
    ['*',                      'null',                         false],
    ['"quoted"',               'https://page.example',         false],
  ])('the source %s admits %s: %s', (source, ancestor, is) => {
    expect(isAncestorAllowed([source], ancestor, url)).toBe(is);
  });
});
