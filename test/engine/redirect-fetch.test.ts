import { describe, expect, test } from 'vitest';
import { explain, findingCodes, standardRules } from '../../src/engine';
import type { FetchRequest, Header, Hop } from '../../src/engine/model';
import {
  httpRedirectFetch,
  locationUrl,
  redirectedHeaderNames,
  redirectedMethod,
} from '../../src/engine/redirect-fetch';
import { http } from '../support/http';
import { exchange, request } from '../support/request';

const to = (...locations: readonly string[]) => ({
  status: 302,
  headerList: locations.map((location): Header => ['Location', location]),
});

describe('location URL', () => {
  // biome-ignore format: a table
  test.each([
    // locations                               location URL, from https://api.example/a/b
    [[],                                       null],
    [['https://b.example/x'],                  'https://b.example/x'],
    [['/x'],                                   'https://api.example/x'],
    [['x'],                                    'https://api.example/a/x'],
    [['?q'],                                   'https://api.example/a/b?q'],
    [['//b.example'],                          'https://b.example/'],
    [[' /x '],                                 'https://api.example/x'],
    [['data:,x'],                              'data:,x'],
    [['foo:bar'],                              'foo:bar'],
    [['https://user:pw@b.example/'],           'https://user:pw@b.example/'],
    [[''],                                     'https://api.example/a/b'],
    [['http://['],                             'failure'],
    [['https://b.example:99999/'],             'failure'],
    [['/x', '/x'],                             'https://api.example/x'],
    [['/x', '/y'],                             'failure'],
  ] as const)('of %j is %s', (locations, url) => {
    expect(locationUrl(to(...locations), 'https://api.example/a/b')).toBe(url);
  });

  test.each([200, 204, 300, 304, 305, 306, 400])('is null for status %i', (status) => {
    expect(locationUrl({ ...to('/x'), status }, 'https://api.example/')).toBeNull();
  });
});

describe('HTTP-redirect fetch', () => {
  const tainted: Partial<FetchRequest> = { responseTainting: 'cors' };
  const noCors: Partial<FetchRequest> = { mode: 'no-cors', responseTainting: 'opaque' };
  const home: Partial<FetchRequest> = { urlList: ['https://page.example/'] };

  // biome-ignore format: a table
  test.each<[string, Partial<FetchRequest>, string, string, string, string | null]>([
    // what                          request   Location                          step   result           finding
    ['cross to cross',               tainted,  'https://b.example/',             '22',  'main fetch',    null],
    ['same to cross',                home,     'https://b.example/',             '22',  'main fetch',    null],
    ['not a URL',                    tainted,  'http://[',                       '5',   'network error', 'redirect-location-invalid'],
    ['data:',                        tainted,  'data:,x',                        '6',   'network error', 'redirect-scheme'],
    ['an unknown scheme',            tainted,  'foo:bar',                        '6',   'network error', 'redirect-scheme'],
    ['a foreign scheme, from same',  home,     'file:///etc',                    '6',   'network error', 'redirect-scheme'],
    ['userinfo, cross to cross',     tainted,  'https://user:pw@b.example/',     '9',   'network error', 'redirect-with-credentials'],
    ['a user name alone',            tainted,  'https://user@b.example/',        '9',   'network error', 'redirect-with-credentials'],
    ['a password alone',             tainted,  'https://:pw@b.example/',         '9',   'network error', 'redirect-with-credentials'],
    ['empty userinfo',               tainted,  'https://@b.example/',            '22',  'main fetch',    null],
    ['userinfo, same to cross',      home,     'https://user:pw@b.example/',     '9',   'network error', 'redirect-with-credentials'],
    ['userinfo, same to same',       home,     'https://user:pw@page.example/',  '22',  'main fetch',    null],
    ['userinfo, cross and back',     tainted,  'https://user:pw@page.example/',  '10',  'network error', 'redirect-with-credentials'],
    ['userinfo, no-cors',            noCors,   'https://user:pw@b.example/',     '22',  'main fetch',    null],
  ])('%s', (_, part, location, step, result, finding) => {
    expect(httpRedirectFetch(request(part), to(location))).toMatchObject({ step, result, finding });
  });

  test('returns the response of a redirect without Location', () => {
    expect(httpRedirectFetch(request(), to())).toMatchObject({
      step: '4',
      result: 'response',
      finding: null,
    });
  });

  // biome-ignore format: a table
  test.each([
    // URLs so far   step   finding
    [1,              '22',  null],
    [20,             '22',  null],
    [21,             '7',   'too-many-redirects'],
    [22,             '7',   'too-many-redirects'],
  ] as const)('after %i URLs returns at step %s', (length, step, finding) => {
    const urlList = Array.from({ length }, (_, index) => `https://api.example/${index}`);
    expect(httpRedirectFetch(request({ urlList }), to('/next'))).toMatchObject({ step, finding });
  });
});

describe('the method after a redirect', () => {
  // biome-ignore format: a table
  test.each([
    // method    301      302      303      307      308
    ['GET',     'GET',   'GET',   'GET',   'GET',   'GET'],
    ['HEAD',    'HEAD',  'HEAD',  'HEAD',  'HEAD',  'HEAD'],
    ['POST',    'GET',   'GET',   'GET',   'POST',  'POST'],
    ['PUT',     'PUT',   'PUT',   'GET',   'PUT',   'PUT'],
    ['DELETE',  'DELETE','DELETE','GET',   'DELETE','DELETE'],
    ['patch',   'patch', 'patch', 'GET',   'patch', 'patch'],
  ])('of %s', (method, ...after) => {
    expect([301, 302, 303, 307, 308].map((status) => redirectedMethod(method, status))).toEqual(after);
  });
});

describe('the unsafe header names after a redirect', () => {
  // biome-ignore format: a table
  test.each([
    // from                     to                           names left
    ['https://api.example/a',   'https://api.example/b',     ['authorization', 'x-foo']],
    ['https://api.example/',    'https://b.example/',        ['x-foo']],
    ['https://api.example/',    'http://api.example/',       ['x-foo']],
    ['https://api.example/',    'https://api.example:8443/', ['x-foo']],
    ['https://api.example/',    'https://api.example:443/',  ['authorization', 'x-foo']],
    ['data:,',                  'data:,',                    ['x-foo']],
  ])('from %s to %s', (from, location, left) => {
    expect(redirectedHeaderNames(['authorization', 'x-foo'], from, location, false)).toEqual(left);
  });

  test('exclude those of a body that is not sent again', () => {
    const names = ['content-encoding', 'content-language', 'content-location', 'content-type', 'x-foo'];
    expect(redirectedHeaderNames(names, 'https://a.example/', 'https://a.example/b', true)).toEqual([
      'x-foo',
    ]);
    expect(redirectedHeaderNames(names, 'https://a.example/', 'https://a.example/b', false)).toEqual(names);
  });
});

describe('every finding of a redirect has an exchange that causes it', () => {
  const shared = 'Access-Control-Allow-Origin: *';
  const redirect = (location: string, hop: Partial<Hop> = {}) =>
    exchange([
      {
        ...hop,
        response: http`
        302
        ${shared}
        Location: ${location}`,
      },
    ]);
  const cases = {
    'redirect-with-credentials': redirect('https://user:pw@b.example/'),
    'redirect-scheme': redirect('foo:bar'),
    'redirect-location-invalid': redirect('http://['),
    'redirect-mode-error': { ...redirect('https://b.example/'), redirectMode: 'error' as const },
  };

  test.each(Object.entries(cases))('%s', (finding, exchange) => {
    const { findings, failsAt } = explain(exchange, standardRules);
    expect(findings.map(({ code }) => code)).toEqual([finding]);
    expect(failsAt).toEqual({ hop: 0, on: 'response' });
  });

  test('covers all of them except the one that only events show', () => {
    const ofRedirects = findingCodes.filter((code) => code.startsWith('redirect-'));
    expect([...Object.keys(cases), 'redirect-blocked-after'].sort()).toEqual(ofRedirects.sort());
  });
});
