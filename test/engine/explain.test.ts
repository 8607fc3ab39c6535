import { describe, expect, test } from 'vitest';
import {
  chromeRules,
  type Exchange,
  explain,
  findingCodes,
  findings,
  type Hop,
  standardRules,
  toFinding,
} from '../../src/engine';
import { http } from '../support/http';
import { exchange } from '../support/request';

const toAnyone = http`
  200
  Access-Control-Allow-Origin: *`;
const toNobody = http`200`;
const toNull = http`
  200
  Access-Control-Allow-Origin: null`;
const toPage = http`
  200
  Access-Control-Allow-Origin: https://page.example`;
const away = (location: string) => http`
  302
  Access-Control-Allow-Origin: *
  Location: ${location}`;
const home = 'https://page.example/';
const a = 'https://a.example/';
const b = 'https://b.example/';
const putOk = http`
  204
  Access-Control-Allow-Origin: *
  Access-Control-Allow-Methods: PUT`;

/** The place and code of a failure: `1 response allow-origin-missing`. */
function failure(of: Exchange): string | null {
  const { failsAt, findings } = explain(of, standardRules);
  return failsAt && `${failsAt.hop} ${failsAt.on} ${findings[0]?.code}`;
}

describe('an exchange', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<Hop>[], Partial<Exchange>, string[], string, string | null]>([
    // what                               hops                                                                              exchange                     routes                                         tainting   fails at
    ['same origin',                       [{ url: home, response: toNobody }],                                              {},                          ['basic'],                                     'basic',   null],
    ['another origin, shared',            [{ response: toAnyone }],                                                         {},                          ['cors'],                                      'cors',    null],
    ['another origin, not shared',        [{ response: toNobody }],                                                         {},                          ['cors'],                                      'cors',    '0 response allow-origin-missing'],
    ['not answered yet',                  [{}],                                                                             {},                          ['cors'],                                      'cors',    null],
    ['no-cors',                           [{ response: toNobody }],                                                         { mode: 'no-cors' },         ['opaque'],                                    'opaque',  null],
    ['no-cors, redirect mode error',      [{ response: toNobody }],                                                         { mode: 'no-cors', redirectMode: 'error' }, ['network error'],              'basic',   '0 request no-cors-redirect-mode'],
    ['mode same-origin, cross-origin',    [{ response: toAnyone }],                                                         { mode: 'same-origin' },     ['network error'],                             'basic',   '0 request mode-same-origin'],
    ['a navigation',                      [{ response: toNobody }],                                                         { mode: 'navigate' },        ['basic'],                                     'basic',   null],
    ['preflighted',                       [{ method: 'PUT', preflight: putOk, response: toAnyone }],                        {},                          ['cors with preflight'],                       'cors',    null],
    ['preflight fails',                   [{ method: 'PUT', preflight: http`404` }],                                        {},                          ['cors with preflight'],                       'cors',    '0 preflight preflight-allow-origin-missing'],
    ['preflight cached',                  [{ method: 'PUT', response: toAnyone }],                                          {},                          ['cors with preflight'],                       'cors',    null],
    ['preflight passes, response fails',  [{ method: 'PUT', preflight: putOk, response: toNobody }],                        {},                          ['cors with preflight'],                       'cors',    '0 response allow-origin-missing'],
    ['same to cross',                     [{ url: home, response: away(a) }, { url: a, response: toPage }],                 {},                          ['basic', 'cors'],                             'cors',    null],
    ['same to cross, not shared',         [{ url: home, response: away(a) }, { url: a, response: toNobody }],               {},                          ['basic', 'cors'],                             'cors',    '1 response allow-origin-missing'],
    ['cross to cross sends null',         [{ url: a, response: away(b) }, { url: b, response: toPage }],                    {},                          ['cors', 'cors'],                              'cors',    '1 response allow-origin-mismatch'],
    ['cross to cross, shared with null',[{ url: a, response: away(b) }, { url: b, response: toNull }],                    {},                          ['cors', 'cors'],                              'cors',    null],
    ['cross and back',               [{ url: a, response: away(home) }, { url: home, response: toNobody }],            {},                          ['cors', 'cors'],                              'cors',    '1 response allow-origin-missing'],
    ['cross and back, to the page',  [{ url: a, response: away(home) }, { url: home, response: toPage }],              {},                          ['cors', 'cors'],                              'cors',    '1 response allow-origin-mismatch'],
    ['first redirect not shared',    [{ url: a, response: http`
                                            302
                                            Location: ${b}` }, { url: b, response: toAnyone }],                           {},                          ['cors'],                                      'cors',    '0 response allow-origin-missing'],
    ['a preflight on each hop',         [{ url: a, method: 'PUT', preflight: putOk, response: away(b) },
                                         { url: b, method: 'PUT', preflight: http`204` }],                                {},                          ['cors with preflight', 'cors with preflight'],'cors',    '1 preflight preflight-allow-origin-missing'],
    ['mode same-origin, redirected',     [{ url: home, response: away(a) }, { url: a }],                                   { mode: 'same-origin' },     ['basic', 'network error'],                    'basic',   '1 request mode-same-origin'],
    ['redirect mode error',              [{ url: a, response: away(b) }],                                                  { redirectMode: 'error' },   ['cors'],                                      'cors',    '0 response redirect-mode-error'],
    ['redirect mode error, not shared',  [{ url: a, response: http`302` }],                                                { redirectMode: 'error' },   ['cors'],                                      'cors',    '0 response allow-origin-missing'],
    ['redirect mode manual',             [{ url: a, response: away('https://u:p@b.example/') }],                           { redirectMode: 'manual' },  ['cors'],                                      'cors',    null],
    ['userinfo',                         [{ url: a, response: away('https://u:p@b.example/') }],                           {},                          ['cors'],                                      'cors',    '0 response redirect-with-credentials'],
    ['a sandboxed frame',                [{ url: home, response: toNobody }],                                              { origin: 'null' },          ['cors'],                                      'cors',    '0 response allow-origin-missing'],
    ['a sandboxed frame, shared',        [{ url: home, response: toNull }],                                                { origin: 'null' },          ['cors'],                                      'cors',    null],
  ])('%s', (_, hops, part, routes, responseTainting, fails) => {
    const explained = explain(exchange(hops, part), standardRules);
    expect(explained).toMatchObject({ routes, responseTainting });
    expect(failure(exchange(hops, part))).toBe(fails);
  });

  test('fails at the last of 21 redirects', () => {
    const hops = Array.from({ length: 21 }, () => ({ url: home, response: away(home) }));
    expect(failure(exchange(hops.slice(0, 20)))).toBeNull();
    expect(failure(exchange(hops))).toBe('20 response too-many-redirects');
  });

  test('lists all problems at the place where it fails, and none of later places', () => {
    const broken = exchange(
      [{ method: 'PUT', unsafeHeaderNames: ['x-foo'], preflight: http`404`, response: toNobody }],
      {
        credentialsMode: 'include',
      },
    );
    expect(explain(broken, chromeRules).findings.map(({ code }) => code)).toEqual([
      'preflight-allow-origin-missing',
      'preflight-allow-credentials-missing',
      'preflight-status',
      'preflight-method-not-allowed',
      'preflight-header-not-allowed',
    ]);
  });

  test('checks a preflight and a response with the origins that they were sent with', () => {
    // Firefox sends the page's origin in a preflight after a redirect that makes the request's own origin
    // null.
    const led = (preflightOrigin: string) =>
      exchange([
        { url: a, response: away(b) },
        {
          url: b,
          method: 'PUT',
          sentOrigin: 'null',
          preflightOrigin,
          preflight: http`
            204
            Access-Control-Allow-Origin: https://page.example
            Access-Control-Allow-Methods: PUT`,
          response: toNull,
        },
      ]);
    expect(failure(led('https://page.example'))).toBeNull();
    expect(failure(led('null'))).toBe('1 preflight preflight-allow-origin-mismatch');
  });

  test('has a trace of each algorithm that ran, in order', () => {
    const walked = explain(
      exchange([
        { url: a, method: 'PUT', preflight: putOk, response: away(b) },
        { url: b, method: 'PUT', preflight: putOk, response: toAnyone },
      ]),
      standardRules,
    ).traces.map(({ hop, on, trace }) => `${hop} ${on} ${trace.section} ${trace.step}`);
    expect(walked).toEqual([
      '0 request mainFetch 12.6',
      '0 request httpFetch 4.1',
      '0 preflight corsCheck 3',
      '0 preflight corsPreflightFetch 7.16',
      '0 response corsCheck 3',
      '0 response httpRedirectFetch 22',
      '1 request mainFetch 12.6',
      '1 request httpFetch 4.1',
      '1 preflight corsCheck 3',
      '1 preflight corsPreflightFetch 7.16',
      '1 response corsCheck 3',
    ]);
  });
});

test.each(findingCodes)('%s is a warning exactly if it has no outcome', (code) => {
  const { severity, section, step } = toFinding(code, 0, 'response', {});
  expect(severity).toBe(findings[code].outcome === null ? 'warning' : 'error');
  expect({ section, step }).toEqual({ section: findings[code].section, step: findings[code].step });
});
