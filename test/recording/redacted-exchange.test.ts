import { expect, test } from 'vitest';
import { registrableDomain, relationOf } from '../../src/engine/site';
import { headline } from '../../src/prose/headline';
import { redactedExchange } from '../../src/recording/redacted-exchange';
import { exchangeFacts } from '../support/facts';
import { headers } from '../support/http';

const context = {
  browser: 'chrome',
  listening: { sawNavigation: true, pageWorld: true },
  sites: { relationOf, registrableDomain },
  sinceReload: () => null,
} as const;
const requestHeaders = headers('Origin: https://page.example');
const allowOrigin = headers('Access-Control-Allow-Origin: https://page.example');

test('a ticket has the cause that other requests of the server prove', () => {
  const passed = exchangeFacts(
    [{ url: 'https://api.example/list', requestHeaders, response: { status: 200, headerList: allowOrigin } }],
    { id: 'passed', requestId: 'passed', startedAtMs: 900 },
  );
  const failed = exchangeFacts(
    [
      {
        url: 'https://api.example/item',
        requestHeaders,
        response: { status: 500, headerList: [] },
        responseStartedAtMs: null,
      },
    ],
    { id: 'failed', requestId: 'failed', end: { how: 'failed', atMs: 1_012, error: 'net::ERR_FAILED' } },
  );
  const causesBeside = (...exchanges: readonly (typeof passed)[]) =>
    redactedExchange(failed, exchanges, context, 'minimal').causes.map(({ code }) => code);
  expect(causesBeside(passed, failed)).toEqual(['error-without-cors']);
  expect(causesBeside(failed)).toEqual([]);
});

test('a redirect to a login is that of the server that redirects', () => {
  const [api, login] = ['https://api.example/item', 'https://login.example/signin?redirect_uri=x'];
  const redirected = exchangeFacts(
    [
      {
        url: api,
        requestHeaders,
        response: { status: 302, headerList: [...allowOrigin, ['Location', login]] },
        redirectedTo: login,
      },
      {
        url: login,
        requestHeaders: headers('Origin: null'),
        response: { status: 200, headerList: [] },
        responseStartedAtMs: null,
      },
    ],
    { end: { how: 'failed', atMs: 1_012, error: 'net::ERR_FAILED' } },
  );
  const { facts, verdict, causes } = redactedExchange(redirected, [redirected], context, 'everything');
  expect(headline(facts, verdict, 'en', 'Chrome', { causes })).toMatch(
    /^The session is missing or expired: api\.example redirected the GET \(302\) to the login at login\.example/,
  );
});
