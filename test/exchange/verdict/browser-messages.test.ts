import { expect, test } from 'vitest';
import { judge } from '../../../src/exchange/verdict/judge';
import { exchangeFacts } from '../../support/facts';
import { headers } from '../../support/http';

const origin = headers('Origin: https://page.example');

// biome-ignore format: a table
test.each([
  // preflight's response                                                                     what Firefox prints
  [302, 'Location: /y',                                                                       ['CORSMissingAllowOrigin2', 'CORSDidNotSucceed2', 'CORSDidNotSucceed2']],
  [302, 'Location: /y\nAccess-Control-Allow-Origin: https://other.example',                   ['CORSAllowOriginNotMatchingOrigin', 'CORSDidNotSucceed2', 'CORSDidNotSucceed2']],
  [302, 'Location: /y\nAccess-Control-Allow-Origin: https://page.example\nAccess-Control-Allow-Credentials: true', ['CORSExternalRedirectNotAllowed', 'CORSPreflightDidNotSucceed3', 'CORSDidNotSucceed2']],
  [302, 'X-A: 1',                                                                             ['CORSMissingAllowOrigin2', 'CORSDidNotSucceed2']],
  [404, 'X-A: 1',                                                                             ['CORSMissingAllowOrigin2', 'CORSDidNotSucceed2']],
])('Firefox prints for a preflight that is answered %i, %j: %j', (status, lines, words) => {
  const preflight = exchangeFacts(
    [
      {
        method: 'OPTIONS',
        url: 'http://api.example/',
        requestHeaders: [...origin, ...headers('Access-Control-Request-Method: PUT')],
        response: { status, headerList: headers(lines) },
      },
    ],
    { id: 'p', preflightFor: { exchange: '1', hop: 0 } },
  );
  const put = exchangeFacts(
    [
      {
        method: 'PUT',
        url: 'http://api.example/',
        requestHeaders: null,
        response: null,
        responseStartedAtMs: null,
        preflight: 'p',
      },
    ],
    { end: { how: 'failed', atMs: 1_020, error: 'NS_ERROR_DOM_BAD_URI' } },
  );
  const lookup = (id: string) => ({ p: preflight, 1: put })[id];
  expect(judge(put, 'firefox', lookup).browserSays).toEqual(words);
});
