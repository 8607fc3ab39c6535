import { describe, expect, test } from 'vitest';
import {
  type BrowserRules,
  chromeRules,
  explain,
  type FetchResponse,
  failedSteps,
  findingCodes,
  firefoxRules,
  standardRules,
} from '../../src/engine';
import {
  corsPreflightFetch,
  isRedirectStatus,
  missingHeaderNames,
  type PreflightedRequest,
  parsePreflightHeaders,
} from '../../src/engine/cors-preflight-fetch';
import type { Header } from '../../src/engine/model';
import { preflightHeaders } from '../../src/engine/preflight-headers';
import { http } from '../support/http';
import { exchange } from '../support/request';

const put: PreflightedRequest = {
  method: 'PUT',
  credentialsMode: 'same-origin',
  unsafeHeaderNames: [],
  useCorsPreflight: false,
};
const allowing = (methods: string | null, headerNames: string | null, status = 204): FetchResponse => {
  const headerList: Header[] = [];
  if (methods !== null) headerList.push(['Access-Control-Allow-Methods', methods]);
  if (headerNames !== null) headerList.push(['Access-Control-Allow-Headers', headerNames]);
  return { status, headerList };
};

describe('the headers of a CORS-preflight request', () => {
  test('announce only the method if no header name is unsafe', () => {
    expect(preflightHeaders(put)).toEqual([
      ['Accept', '*/*'],
      ['Access-Control-Request-Method', 'PUT'],
    ]);
  });

  test('announce header names too, joined by commas without spaces', () => {
    expect(
      preflightHeaders({ ...put, method: 'GET', unsafeHeaderNames: ['authorization', 'x-foo'] }),
    ).toEqual([
      ['Accept', '*/*'],
      ['Access-Control-Request-Method', 'GET'],
      ['Access-Control-Request-Headers', 'authorization,x-foo'],
    ]);
  });

  // biome-ignore format: a table
  test.each([
    // Access-Control-Request-Headers   names
    [null,                              []],
    ['',                                []],
    ['x-foo',                           ['x-foo']],
    ['x-bar,x-foo',                     ['x-bar', 'x-foo']],
    [' X-Bar , x-foo ,',                ['x-bar', 'x-foo']],
  ])('are parsed from "%s"', (names, unsafeHeaderNames) => {
    const list: Header[] = [['access-control-request-method', 'PATCH']];
    if (names !== null) list.push(['ACCESS-CONTROL-REQUEST-HEADERS', names]);
    expect(parsePreflightHeaders(list)).toEqual({ method: 'PATCH', unsafeHeaderNames });
  });

  test("are not found on a page's own OPTIONS request", () => {
    expect(parsePreflightHeaders([['Origin', 'https://page.example']])).toBeNull();
  });
});

describe('CORS-preflight fetch', () => {
  // biome-ignore format: a table
  test.each([
    // status   step      finding
    [200,       '7.16',   null],
    [204,       '7.16',   null],
    [299,       '7.16',   null],
    [300,       '8',      'preflight-status'],
    [301,       '8',      'preflight-redirect'],
    [302,       '8',      'preflight-redirect'],
    [303,       '8',      'preflight-redirect'],
    [304,       '8',      'preflight-status'],
    [307,       '8',      'preflight-redirect'],
    [308,       '8',      'preflight-redirect'],
    [199,       '8',      'preflight-status'],
    [401,       '8',      'preflight-status'],
    [404,       '8',      'preflight-status'],
    [500,       '8',      'preflight-status'],
  ] as const)('of a response with status %i returns at step %s: %s', (status, step, finding) => {
    const response: FetchResponse = {
      status,
      headerList: [
        ['Access-Control-Allow-Methods', 'PUT'],
        ['Location', '/elsewhere'],
      ],
    };
    expect(corsPreflightFetch(put, response, standardRules)).toMatchObject({ step, finding });
  });

  test('treats a redirect status without a Location as a bad status', () => {
    expect(corsPreflightFetch(put, allowing('PUT', null, 302), standardRules).finding).toBe(
      'preflight-status',
    );
  });

  // biome-ignore format: a table
  test.each([
    // method     credentials     Allow-Methods      step     finding
    ['PUT',       'same-origin',  'PUT',             '7.16',  null],
    ['PUT',       'same-origin',  'GET, PUT',        '7.16',  null],
    ['PUT',       'same-origin',  ', PUT ,,',        '7.16',  null],
    ['PUT',       'omit',         '*',               '7.16',  null],
    ['PUT',       'include',      '*',               '7.5',   'preflight-method-not-allowed'],
    ['PUT',       'include',      '*, PUT',          '7.16',  null],
    ['PUT',       'same-origin',  null,              '7.5',   'preflight-method-not-allowed'],
    ['PUT',       'same-origin',  '',                '7.5',   'preflight-method-not-allowed'],
    ['PUT',       'same-origin',  'put',             '7.5',   'preflight-method-not-allowed'],
    ['PUT',       'same-origin',  'PUTT, OPUT',      '7.5',   'preflight-method-not-allowed'],
    ['patch',     'same-origin',  'PATCH',           '7.5',   'preflight-method-not-allowed'],
    ['patch',     'same-origin',  'patch',           '7.16',  null],
    ['GET',       'same-origin',  null,              '7.16',  null],
    ['HEAD',      'include',      'PUT',             '7.16',  null],
    ['POST',      'include',      'PUT',             '7.16',  null],
    ['OPTIONS',   'same-origin',  'GET',             '7.5',   'preflight-method-not-allowed'],
    ['PUT',       'same-origin',  'PUT, @@ x',       '7.3',   'preflight-allow-methods-invalid'],
    ['PUT',       'same-origin',  'PUT DELETE',      '7.3',   'preflight-allow-methods-invalid'],
    ['GET',       'same-origin',  'b@d',             '7.3',   'preflight-allow-methods-invalid'],
  ] as const)('of %s, %s, with Allow-Methods %s: step %s', (method, credentialsMode, methods, step, finding) => {
    const request = { ...put, method, credentialsMode };
    expect(corsPreflightFetch(request, allowing(methods, null), standardRules)).toMatchObject({ step, finding });
  });

  // biome-ignore format: a table
  test.each([
    // rules         Allow-Methods   finding
    [standardRules,  null,           null],
    [standardRules,  '',             'preflight-method-not-allowed'],
    [standardRules,  'GET',          'preflight-method-not-allowed'],
    [chromeRules,    null,           'preflight-method-not-allowed'],
    [firefoxRules,   null,           'preflight-method-not-allowed'],
  ] as const)('of a PUT with an upload listener, by the rules of $name, with Allow-Methods %s: %s', (rules, methods, finding) => {
    const request = { ...put, useCorsPreflight: true };
    expect(corsPreflightFetch(request, allowing(methods, null), rules).finding ?? null).toBe(finding);
  });

  // biome-ignore format: a table
  test.each([
    // names                      credentials     Allow-Headers          step     missing
    [['x-foo'],                   'same-origin',  'x-foo',               '7.16',  null],
    [['x-foo'],                   'same-origin',  'X-FOO',               '7.16',  null],
    [['x-foo'],                   'same-origin',  'X-Bar, X-Foo',        '7.16',  null],
    [['x-foo'],                   'omit',         '*',                   '7.16',  null],
    [['x-foo'],                   'include',      '*',                   '7.7',   'x-foo'],
    [['x-foo'],                   'include',      '*, x-foo',            '7.16',  null],
    [['x-foo'],                   'same-origin',  null,                  '7.7',   'x-foo'],
    [['x-foo'],                   'same-origin',  '',                    '7.7',   'x-foo'],
    [['x-bar', 'x-foo'],          'same-origin',  'x-foo',               '7.7',   'x-bar'],
    [['x-aaa', 'x-bbb', 'x-ccc'], 'same-origin',  'x-bbb',               '7.7',   'x-aaa,x-ccc'],
    [['authorization'],           'same-origin',  'authorization',       '7.16',  null],
    [['authorization'],           'same-origin',  '*',                   '7.6',   'authorization'],
    [['authorization'],           'same-origin',  '*, Authorization',    '7.16',  null],
    [['authorization', 'x-foo'],  'same-origin',  '*',                   '7.6',   'authorization'],
    [['authorization', 'x-foo'],  'include',      '*',                   '7.6',   'authorization,x-foo'],
    [['content-type'],            'same-origin',  'x-foo, b@d h',        '7.3',   null],
  ] as const)('of %j, %s, with Allow-Headers %s: step %s', (names, credentialsMode, headerNames, step, missing) => {
    const request: PreflightedRequest = { ...put, method: 'GET', credentialsMode, unsafeHeaderNames: names };
    expect(corsPreflightFetch(request, allowing(null, headerNames), standardRules)).toMatchObject({
      step,
      evidence: { missingNames: missing },
    });
  });

  test.each([chromeRules, firefoxRules])('lets * cover Authorization with a warning, $name', (rules) => {
    const asking: PreflightedRequest = { ...put, method: 'GET', unsafeHeaderNames: ['authorization'] };
    expect(missingHeaderNames(asking, ['*'], standardRules)).toEqual(['authorization']);
    expect(missingHeaderNames(asking, ['*'], rules)).toEqual([]);
    expect(missingHeaderNames({ ...asking, credentialsMode: 'include' }, ['*'], rules)).toEqual([
      'authorization',
    ]);

    const response = http`
      204
      Access-Control-Allow-Origin: *
      Access-Control-Allow-Headers: *`;
    const preflighted = exchange([{ unsafeHeaderNames: ['authorization'], preflight: response }]);
    expect(explain(preflighted, rules)).toMatchObject({
      failsAt: null,
      findings: [{ code: 'authorization-wildcard', severity: 'warning' }],
    });
    expect(explain(preflighted, standardRules)).toMatchObject({
      failsAt: { hop: 0, on: 'preflight' },
      findings: [{ code: 'preflight-header-not-allowed', step: '7.6' }],
    });
  });

  test('lists all problems of one response', () => {
    const request: PreflightedRequest = { ...put, unsafeHeaderNames: ['x-foo'] };
    const trace = corsPreflightFetch(request, allowing('GET', null, 404), standardRules);
    expect(failedSteps(trace).map(({ step, finding }) => `${step} ${finding}`)).toEqual([
      '8 preflight-status',
      '7.5 preflight-method-not-allowed',
      '7.7 preflight-header-not-allowed',
    ]);
  });
});

describe('a preflight with several problems fails with the one that the browser checks first', () => {
  const problems: Readonly<Record<string, FetchResponse>> = {
    'redirect, no origin': http`
      307
      Location: /elsewhere`,
    'status, no origin': http`404`,
    'status, no credentials': http`
      404
      Access-Control-Allow-Origin: https://page.example
      Access-Control-Allow-Methods: PUT
      Access-Control-Allow-Headers: x-foo`,
    'wildcard, no method': http`
      204
      Access-Control-Allow-Origin: *`,
    'status, no method': http`
      404
      Access-Control-Allow-Origin: https://page.example
      Access-Control-Allow-Credentials: true`,
    'both lists invalid': http`
      204
      Access-Control-Allow-Origin: https://page.example
      Access-Control-Allow-Credentials: true
      Access-Control-Allow-Methods: P@ T
      Access-Control-Allow-Headers: b@d h`,
    'no method, header list invalid': http`
      204
      Access-Control-Allow-Origin: https://page.example
      Access-Control-Allow-Credentials: true
      Access-Control-Allow-Methods: GET
      Access-Control-Allow-Headers: b@d h`,
    'no method, no header': http`
      204
      Access-Control-Allow-Origin: https://page.example
      Access-Control-Allow-Credentials: true`,
  };

  // biome-ignore format: a table
  test.each([
    // problems                          standard                                           chrome                                             firefox
    ['redirect, no origin',              'preflight-allow-origin-missing',                  'preflight-redirect',                              'preflight-allow-origin-missing'],
    ['status, no origin',                'preflight-allow-origin-missing',                  'preflight-allow-origin-missing',                  'preflight-allow-origin-missing'],
    ['status, no credentials',           'preflight-allow-credentials-missing',             'preflight-allow-credentials-missing',             'preflight-allow-credentials-missing'],
    ['wildcard, no method',              'preflight-allow-origin-wildcard-with-credentials','preflight-allow-origin-wildcard-with-credentials','preflight-allow-origin-wildcard-with-credentials'],
    ['status, no method',                'preflight-status',                                'preflight-status',                                'preflight-status'],
    ['both lists invalid',               'preflight-allow-methods-invalid',                 'preflight-allow-methods-invalid',                 'preflight-allow-methods-invalid'],
    ['no method, header list invalid',   'preflight-allow-headers-invalid',                 'preflight-allow-headers-invalid',                 'preflight-method-not-allowed'],
    ['no method, no header',             'preflight-method-not-allowed',                    'preflight-method-not-allowed',                    'preflight-method-not-allowed'],
  ] as const)('%s', (problem, ...codes) => {
    const preflighted = exchange(
      [{ method: 'PUT', unsafeHeaderNames: ['x-foo'], preflight: problems[problem]! }],
      { credentialsMode: 'include' },
    );
    const first = (rules: BrowserRules) => explain(preflighted, rules).findings[0]?.code;
    expect([standardRules, chromeRules, firefoxRules].map(first)).toEqual(codes);
  });
});

describe('every finding of a preflight has a response that causes it', () => {
  const rest = `
    Access-Control-Allow-Methods: PUT
    Access-Control-Allow-Headers: x-foo`;
  const allowed = `Access-Control-Allow-Origin: https://page.example
    Access-Control-Allow-Credentials: true`;
  const cases: Readonly<Record<string, FetchResponse>> = {
    'preflight-allow-origin-missing': http`
      204
      ${rest}`,
    'preflight-allow-origin-multiple': http`
      204
      Access-Control-Allow-Origin: *, *
      ${rest}`,
    'preflight-allow-origin-invalid': http`
      204
      Access-Control-Allow-Origin: yes
      ${rest}`,
    'preflight-allow-origin-mismatch': http`
      204
      Access-Control-Allow-Origin: https://other.example
      ${rest}`,
    'preflight-allow-origin-wildcard-with-credentials': http`
      204
      Access-Control-Allow-Origin: *
      ${rest}`,
    'preflight-allow-credentials-missing': http`
      204
      Access-Control-Allow-Origin: https://page.example
      ${rest}`,
    'preflight-allow-credentials-not-true': http`
      204
      Access-Control-Allow-Origin: https://page.example
      Access-Control-Allow-Credentials: yes
      ${rest}`,
    'preflight-status': http`
      404
      ${allowed}
      ${rest}`,
    'preflight-redirect': http`
      301
      Location: /x
      ${allowed}
      ${rest}`,
    'preflight-allow-methods-invalid': http`
      204
      ${allowed}
      Access-Control-Allow-Methods: P@T
      Access-Control-Allow-Headers: x-foo`,
    'preflight-allow-headers-invalid': http`
      204
      ${allowed}
      Access-Control-Allow-Methods: PUT
      Access-Control-Allow-Headers: x foo`,
    'preflight-method-not-allowed': http`
      204
      ${allowed}
      Access-Control-Allow-Methods: DELETE
      Access-Control-Allow-Headers: x-foo`,
    'preflight-header-not-allowed': http`
      204
      ${allowed}
      Access-Control-Allow-Methods: PUT
      Access-Control-Allow-Headers: x-bar`,
  };

  test.each(Object.entries(cases))('%s', (finding, preflight) => {
    const preflighted = exchange([{ method: 'PUT', unsafeHeaderNames: ['x-foo'], preflight }], {
      credentialsMode: 'include',
    });
    for (const rules of [standardRules, chromeRules, firefoxRules]) {
      const { findings, failsAt } = explain(preflighted, rules);
      expect(findings[0]?.code).toBe(finding);
      expect(failsAt).toEqual({ hop: 0, on: 'preflight' });
    }
  });

  test('covers all of them except the one that only events show', () => {
    const ofPreflight = findingCodes.filter((code) => code.startsWith('preflight-'));
    expect([...Object.keys(cases), 'preflight-network-error'].sort()).toEqual(ofPreflight.sort());
  });
});

test('only five statuses are redirect statuses', () => {
  const all = Array.from({ length: 500 }, (_, index) => index + 100);
  expect(all.filter(isRedirectStatus)).toEqual([301, 302, 303, 307, 308]);
});
