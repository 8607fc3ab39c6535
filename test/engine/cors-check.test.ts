import { describe, expect, test } from 'vitest';
import { corsCheck } from '../../src/engine/cors-check';
import { findingCodes } from '../../src/engine/findings';
import type { Header } from '../../src/engine/model';
import { http } from '../support/http';
import { request } from '../support/request';

describe('CORS check', () => {
  // The table of https://fetch.spec.whatwg.org/#cors-protocol-and-credentials, row by row.
  // biome-ignore format: a table
  test.each([
    // mode       Allow-Origin                Allow-Credentials  result     step
    ['omit',    '*',                        null,              'success', '3'],
    ['omit',    '*',                        'true',            'success', '3'],
    ['omit',    'https://rabbit.invalid/',  null,              'failure', '4'],
    ['omit',    'https://rabbit.invalid',   null,              'success', '5'],
    ['include', '*',                        'true',            'failure', '4'],
    ['include', 'https://rabbit.invalid',   'true',            'success', '7'],
    ['include', 'https://rabbit.invalid',   'True',            'failure', '8'],
  ] as const)('%s, %s, %s: %s at step %s', (credentialsMode, allowOrigin, allowCredentials, result, step) => {
    const headerList: Header[] = [['Access-Control-Allow-Origin', allowOrigin]];
    if (allowCredentials) headerList.push(['Access-Control-Allow-Credentials', allowCredentials]);

    const rabbit = request({ origin: 'https://rabbit.invalid', credentialsMode });
    expect(corsCheck(rabbit, { status: 200, headerList })).toMatchObject({ result, step });
  });

  // biome-ignore format: a table
  test.each([
    // Allow-Origin                                finding
    ['https://page.example',                       null],
    ['*',                                          null],
    ['',                                           'allow-origin-invalid'],
    ['null',                                       'allow-origin-mismatch'],
    ['NULL',                                       'allow-origin-invalid'],
    ['true',                                       'allow-origin-invalid'],
    ['page.example',                               'allow-origin-invalid'],
    ['//page.example',                             'allow-origin-invalid'],
    ['"https://page.example"',                     'allow-origin-invalid'],
    ['http://',                                    'allow-origin-invalid'],
    ['https:',                                     'allow-origin-invalid'],
    ['https://page.example:99999',                 'allow-origin-invalid'],
    ['https://page.example:1;https://b.example',   'allow-origin-invalid'],
    ['localhost:3000',                             'allow-origin-mismatch'],
    ['http://*.page.example',                      'allow-origin-mismatch'],
    ['https://*',                                  'allow-origin-mismatch'],
    ['*.page.example',                             'allow-origin-invalid'],
    ['data:x',                                     'allow-origin-mismatch'],
    ['https://page.example/',                      'allow-origin-mismatch'],
    ['https://page.example/path',                  'allow-origin-mismatch'],
    ['https://PAGE.example',                       'allow-origin-mismatch'],
    ['HTTPS://page.example',                       'allow-origin-mismatch'],
    ['http://page.example',                        'allow-origin-mismatch'],
    ['https://page.example:443',                   'allow-origin-mismatch'],
    ['https://*.example',                          'allow-origin-mismatch'],
    ['https://page.example, https://b.example',    'allow-origin-multiple'],
    ['https://page.example,https://b.example',     'allow-origin-multiple'],
    ['https://page.example https://b.example',     'allow-origin-multiple'],
    ['https://page.example, https://page.example', 'allow-origin-multiple'],
    ['*, *',                                       'allow-origin-multiple'],
    ['*,',                                         'allow-origin-multiple'],
  ] as const)('of Access-Control-Allow-Origin "%s" finds %s', (value, finding) => {
    const headerList: Header[] = [['Access-Control-Allow-Origin', value]];
    expect(corsCheck(request(), { status: 200, headerList }).finding).toBe(finding);
  });

  // biome-ignore format: a table
  test.each([
    // Allow-Credentials  finding
    ['true',       null],
    ['  true ',    null],
    ['TRUE',       'allow-credentials-not-true'],
    ['1',          'allow-credentials-not-true'],
    ['',           'allow-credentials-not-true'],
    ['true, true', 'allow-credentials-not-true'],
    ['false',      'allow-credentials-not-true'],
  ] as const)('of Access-Control-Allow-Credentials "%s" finds %s', (value, finding) => {
    const headerList: Header[] = [
      ['Access-Control-Allow-Origin', 'https://page.example'],
      ['Access-Control-Allow-Credentials', value],
    ];
    const including = request({ credentialsMode: 'include' });
    expect(corsCheck(including, { status: 200, headerList }).finding).toBe(finding);
  });

  test('joins repeated headers, so that two equal ones fail', () => {
    const response = http`
      200
      Access-Control-Allow-Origin: https://page.example
      access-control-allow-origin: https://page.example
    `;
    expect(corsCheck(request(), response)).toMatchObject({
      finding: 'allow-origin-multiple',
      evidence: { origin: 'https://page.example, https://page.example' },
    });
  });

  test('sends the origin null after a redirect through a third origin', () => {
    const redirected = request({ urlList: ['https://a.example/', 'https://b.example/'] });
    const response = http`
      200
      Access-Control-Allow-Origin: https://page.example
    `;
    expect(corsCheck(redirected, response)).toMatchObject({
      result: 'failure',
      finding: 'allow-origin-mismatch',
      evidence: { requestOrigin: 'null' },
    });
  });

  test('prefers the observed origin to the computed one', () => {
    const response = http`
      200
      Access-Control-Allow-Origin: null
    `;
    expect(corsCheck(request(), response).result).toBe('failure');
    expect(corsCheck(request(), response, 'null').result).toBe('success');
  });

  test('lists what would fail next after the first problem is fixed', () => {
    const response = http`
      200
      Access-Control-Allow-Origin: *
    `;
    expect(corsCheck(request({ credentialsMode: 'include' }), response)).toMatchObject({
      step: '4',
      passedOver: ['2', '3'],
      failsToo: [{ step: '8', finding: 'allow-credentials-missing' }],
    });
  });
});

describe('every finding of the CORS check has a response that causes it', () => {
  const cases = {
    'allow-origin-missing': http`200`,
    'allow-origin-mismatch': http`
      200
      Access-Control-Allow-Origin: https://other.example`,
    'allow-origin-invalid': http`
      200
      Access-Control-Allow-Origin: page.example`,
    'allow-origin-multiple': http`
      200
      Access-Control-Allow-Origin: https://page.example, https://other.example`,
    'allow-origin-wildcard-with-credentials': http`
      200
      Access-Control-Allow-Origin: *`,
    'allow-credentials-missing': http`
      200
      Access-Control-Allow-Origin: https://page.example`,
    'allow-credentials-not-true': http`
      200
      Access-Control-Allow-Origin: https://page.example
      Access-Control-Allow-Credentials: True`,
  };

  test.each(Object.entries(cases))('%s', (finding, response) => {
    expect(corsCheck(request({ credentialsMode: 'include' }), response).finding).toBe(finding);
  });

  test('covers all of them', () => {
    const ofCorsCheck = findingCodes.filter((code) => code.startsWith('allow-'));
    expect(Object.keys(cases).sort()).toEqual(ofCorsCheck.sort());
  });
});
