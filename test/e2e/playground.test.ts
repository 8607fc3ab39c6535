import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StepResult } from '../../playground/scenario';
import { scenarioOf, scenarios } from '../../playground/scenarios';
import { type Playground, servePlayground } from '../../playground/server';
import { type Chromium, openPlainChromium } from '../browsers/chromium';
import { type Firefox, openFirefox } from '../browsers/firefox';
import { type ChromiumOracle, chromiumOracle, type FirefoxOracle, firefoxOracle } from '../browsers/oracle';
import { until } from '../browsers/until';

// What the page itself sees of each step, the same in both browsers; and why, by the browser's own word:
// Chromium's protocol for tools, and the category of the first thing that Firefox tells its console.
// biome-ignore format: a table
const seen: readonly (readonly [id: string, page: string, chromium: string | null, firefox: string | null])[] = [
  // scenario                                 the page                 Chromium                                 Firefox
  ['same-origin-get',                          'basic 200',             null,                                    null],
  ['same-origin-put',                          'basic 200',             null,                                    null],
  ['same-origin-json',                         'basic 200',             null,                                    null],
  ['simple-exact',                             'cors 200',              null,                                    null],
  ['simple-wildcard',                          'cors 200',              null,                                    null],
  ['simple-post-form',                         'cors 200',              null,                                    null],
  ['same-site-other-origin',                   'cors 200',              null,                                    null],
  ['other-port',                               'cors 200',              null,                                    null],
  ['plain-simple-exact',                       'cors 200',              null,                                    null],
  ['credentials-allowed',                      'cors 200',              null,                                    null],
  ['xhr-with-credentials',                     'load 200',              null,                                    null],
  ['express-policy',                           'cors 200',              null,                                    null],
  ['express-policy-with-credentials',          'TypeError',             'PreflightWildcardOriginNotAllowed',     'CORSNotSupportingCredentials'],
  ['allow-origin-missing',                     'TypeError',             'MissingAllowOriginHeader',              'CORSMissingAllowOrigin2'],
  ['allow-origin-multiple',                    'TypeError',             'MultipleAllowOriginValues',             'CORSMultipleAllowOriginNotAllowed'],
  ['allow-origin-invalid',                     'TypeError',             'InvalidAllowOriginValue',               'CORSAllowOriginNotMatchingOrigin'],
  ['allow-origin-mismatch',                    'TypeError',             'AllowOriginMismatch',                   'CORSAllowOriginNotMatchingOrigin'],
  ['wildcard-with-credentials',                'TypeError',             'WildcardOriginNotAllowed',              'CORSNotSupportingCredentials'],
  ['allow-credentials-missing',                'TypeError',             'InvalidAllowCredentials',               'CORSMissingAllowCredentials'],
  ['allow-credentials-not-true',               'TypeError',             'InvalidAllowCredentials',               'CORSMissingAllowCredentials'],
  ['preflighted-put',                          'cors 200',              null,                                    null],
  ['preflighted-json',                         'cors 200',              null,                                    null],
  ['preflighted-custom-header',                'load 200',              null,                                    null],
  ['preflight-cache-hit',                      'cors 200, cors 200',    null,                                    null],
  ['preflight-status-404',                     'TypeError',             'PreflightInvalidStatus',                'CORSPreflightDidNotSucceed3'],
  ['preflight-redirect',                       'TypeError',             'PreflightDisallowedRedirect',           'CORSExternalRedirectNotAllowed'],
  ['allow-methods-unparseable',                'TypeError',             'InvalidAllowMethodsPreflightResponse',  'CORSInvalidAllowMethod'],
  ['allow-headers-unparseable',                'TypeError',             'InvalidAllowHeadersPreflightResponse',  'CORSInvalidAllowHeader'],
  ['method-not-allowed',                       'TypeError',             'MethodDisallowedByPreflightResponse',   'CORSMethodNotFound'],
  ['header-not-allowed',                       'TypeError',             'HeaderDisallowedByPreflightResponse',   'CORSMissingAllowHeaderFromPreflight2'],
  ['wildcard-headers-with-authorization',      'cors 200',              null,                                    'CORSAllowHeaderFromPreflightDeprecation'],
  ['plain-preflighted-put',                    'cors 200',              null,                                    null],
  ['plain-method-not-allowed',                 'TypeError',             'MethodDisallowedByPreflightResponse',   'CORSMethodNotFound'],
  ['preflight-allow-origin-missing',           'TypeError',             'PreflightMissingAllowOriginHeader',     'CORSMissingAllowOrigin2'],
  ['preflight-allow-origin-multiple',          'TypeError',             'PreflightMultipleAllowOriginValues',    'CORSMultipleAllowOriginNotAllowed'],
  ['preflight-allow-origin-invalid',           'TypeError',             'PreflightInvalidAllowOriginValue',      'CORSAllowOriginNotMatchingOrigin'],
  ['preflight-allow-origin-mismatch',          'TypeError',             'PreflightAllowOriginMismatch',          'CORSAllowOriginNotMatchingOrigin'],
  ['preflight-wildcard-with-credentials',      'TypeError',             'PreflightWildcardOriginNotAllowed',     'CORSNotSupportingCredentials'],
  ['preflight-allow-credentials-missing',      'TypeError',             'PreflightInvalidAllowCredentials',      'CORSMissingAllowCredentials'],
  ['preflight-allow-credentials-not-true',     'TypeError',             'PreflightInvalidAllowCredentials',      'CORSMissingAllowCredentials'],
  ['plain-allow-origin-missing',               'TypeError',             'MissingAllowOriginHeader',              'CORSMissingAllowOrigin2'],
  ['plain-wildcard-with-credentials',          'TypeError',             'WildcardOriginNotAllowed',              'CORSNotSupportingCredentials'],
  ['redirect-same-to-cross',                   'cors 200',              null,                                    null],
  ['redirect-tainted-origin',                  'TypeError',             'AllowOriginMismatch',                   'CORSAllowOriginNotMatchingOrigin'],
  ['redirect-tainted-origin-wildcard',         'cors 200',              null,                                    null],
  ['redirect-to-userinfo',                     'TypeError',             'RedirectContainsCredentials',           'CORSDidNotSucceed2'],
  ['redirect-first-hop-allow-origin-missing',  'TypeError',             'MissingAllowOriginHeader',              'CORSMissingAllowOrigin2'],
  ['no-cors-image',                            'load',                  null,                                    null],
  ['no-cors-fetch',                            'opaque 0',              null,                                    null],
  ['crossorigin-image-missing',                'error',                 'MissingAllowOriginHeader',              'CORSMissingAllowOrigin2'],
  ['mode-same-origin',                         'TypeError',             'DisallowedByMode',                      'SOP'],
  ['sandboxed-frame-missing',                  'TypeError',             'MissingAllowOriginHeader',              'CORSMissingAllowOrigin2'],
  ['sandboxed-frame-mismatch',                 'TypeError',             'AllowOriginMismatch',                   'CORSAllowOriginNotMatchingOrigin'],
  ['sandboxed-frame-allowed',                  'cors 200',              null,                                    null],
  ['worker-allow-origin-missing',              'TypeError',             'MissingAllowOriginHeader',              'CORSMissingAllowOrigin2'],
  ['worker-allowed',                           'cors 200',              null,                                    null],
  ['connection-refused',                       'TypeError',             'net::ERR_CONNECTION_REFUSED',           'CORSDidNotSucceed2'],
  ['connection-reset',                         'TypeError',             'net::ERR_CONNECTION_RESET',             'CORSDidNotSucceed2'],
  ['aborted',                                  'AbortError',            'net::ERR_ABORTED',                      null],
  ['server-error-allowed',                     'cors 500',              null,                                    null],
];

let playground: Playground;

beforeAll(async () => {
  playground = await servePlayground({ ports: [0, 0] });
});

afterAll(() => playground.close());

const runUrl = (id: string) =>
  `${scenarioOf(id).on === 'plain' ? playground.origins.plain : playground.origins.page}/run/${id}`;

const inWords = (results: readonly StepResult[]) =>
  results
    .map((result) => (result.resolved ? [result.type, result.status] : [result.name]))
    .map((words) => words.filter((word) => word !== undefined).join(' '))
    .join(', ');

/** The methods in which a scenario's requests have reached the server. */
const methodsOf = (id: string) =>
  playground.requests
    .filter(({ path }) => new URL(path, 'http://playground').searchParams.get('c') === id)
    .map(({ method }) => method);

test('every scenario has a row', () => {
  expect(seen.map(([id]) => id)).toEqual(scenarios.map(({ id }) => id));
});

describe('in Chromium', () => {
  let chromium: Chromium;
  let page: Page;
  let oracle: ChromiumOracle;
  beforeAll(async () => {
    chromium = await openPlainChromium();
    page = await chromium.context.newPage();
    oracle = await chromiumOracle(chromium.targets, page);
  });
  afterAll(() => chromium.close());

  test.each(seen)('%s shows the page %s', async (id, results, reason) => {
    await page.goto(runUrl(id));
    await page.waitForFunction('scenario.done');
    expect(inWords(await page.evaluate('scenario.results'))).toBe(results);

    const requests = (await oracle.verdicts(`c=${id}&`)).filter(({ isPreflight }) => !isPreflight);
    expect(requests[0]?.corsError ?? requests[0]?.errorText).toBe(reason);
  });

  test('a preflight is made once for two requests that it allows', () => {
    expect(methodsOf('preflight-cache-hit')).toEqual(['OPTIONS', 'PUT', 'PUT']);
  });
});

describe('in Firefox', () => {
  let firefox: Firefox;
  let oracle: FirefoxOracle;
  let tab: string;
  let before: number;
  beforeAll(async () => {
    before = methodsOf('preflight-cache-hit').length;
    firefox = await openFirefox();
    oracle = await firefoxOracle(firefox);
    tab = await firefox.tab();
  });
  afterAll(() => firefox.close());

  test.each(seen)('%s shows the page %s', async (id, results, _, reason) => {
    await firefox.goto(tab, runUrl(id));
    await until('the scenario to end', () => firefox.evaluate<boolean>(tab, 'scenario.done'));
    expect(inWords(await firefox.evaluate<readonly StepResult[]>(tab, 'scenario.results'))).toBe(results);

    const messages = await (reason ? oracle.firstMessages(`c=${id}&`) : oracle.messages(`c=${id}&`));
    expect(messages[0]?.category ?? null).toBe(reason);
  });

  test('a preflight is made once for two requests that it allows', () => {
    expect(methodsOf('preflight-cache-hit').slice(before)).toEqual(['OPTIONS', 'PUT', 'PUT']);
  });
});
