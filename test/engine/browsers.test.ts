import { describe, expect, test } from 'vitest';
import {
  browserReason,
  browserRules,
  browserSays,
  chromeRules,
  type FindingCode,
  findingCodes,
  firefoxRules,
  says,
  standardRules,
} from '../../src/engine';

/**
 * The names in `Network.CorsError` and `Network.BlockedReason` of Chromium 156 that apply to requests of a
 * page.
 */
// biome-ignore format: a list
const cdpNames = [
  'DisallowedByMode', 'WildcardOriginNotAllowed', 'MissingAllowOriginHeader', 'MultipleAllowOriginValues',
  'InvalidAllowOriginValue', 'AllowOriginMismatch', 'InvalidAllowCredentials', 'CorsDisabledScheme',
  'PreflightInvalidStatus', 'PreflightDisallowedRedirect', 'PreflightWildcardOriginNotAllowed',
  'PreflightMissingAllowOriginHeader', 'PreflightMultipleAllowOriginValues', 'PreflightInvalidAllowOriginValue',
  'PreflightAllowOriginMismatch', 'PreflightInvalidAllowCredentials', 'InvalidAllowMethodsPreflightResponse',
  'InvalidAllowHeadersPreflightResponse', 'MethodDisallowedByPreflightResponse',
  'HeaderDisallowedByPreflightResponse', 'RedirectContainsCredentials', 'InsecureLocalNetwork',
  'NoCorsRedirectModeNotFollow', 'LocalNetworkAccessPermissionDenied', 'InvalidLocalNetworkAccess',
  'csp', 'mixed-content', 'integrity', 'other', 'corp-not-same-origin', 'corp-not-same-site',
  'corp-not-same-origin-after-defaulted-to-same-origin-by-coep',
  'corp-not-same-origin-after-defaulted-to-same-origin-by-dip', 'coep-frame-resource-needs-coep-header',
];

/** The console categories of Firefox 153 that name a reason. */
// biome-ignore format: a list
const categories = [
  'CORSMissingAllowOrigin2', 'CORSAllowOriginNotMatchingOrigin', 'CORSNotSupportingCredentials',
  'CORSMissingAllowCredentials', 'CORSMethodNotFound', 'CORSInvalidAllowMethod',
  'CORSMissingAllowHeaderFromPreflight2', 'CORSInvalidAllowHeader', 'CORSPreflightDidNotSucceed3',
  'CORSExternalRedirectNotAllowed', 'CORSDidNotSucceed2', 'CORSRequestNotHttp',
  'CORSAllowHeaderFromPreflightDeprecation', 'SOP', 'COEP', 'ORB', 'MIMEMISMATCH', 'CSP_CSPGenericViolation',
  'Mixed Content Blocker', 'Security', 'Sub-resource Integrity', 'Service Worker Interception', 'X-Frame-Options',
];

const ofCorsCheckAndPreflight = findingCodes.filter(
  (code) => /^(preflight-)?allow-|^preflight-/.test(code) && code !== 'preflight-network-error',
);
const saidBy = (browser: keyof typeof says) => new Set(Object.values(says[browser]).flat());

describe('the messages of each browser', () => {
  test('are CDP names in Chrome, and include all that the rules can distinguish', () => {
    const deprecation = 'AuthorizationCoveredByWildcard';
    expect([...saidBy('chrome')].sort()).toEqual([...cdpNames, deprecation].sort());
  });

  test('are console categories in Firefox', () => {
    expect([...saidBy('firefox')].sort()).toEqual([...categories].sort());
  });

  test.each(['chrome', 'firefox'] as const)(
    'exist in %s for every finding of the CORS check and of a preflight',
    (browser) => {
      expect(ofCorsCheckAndPreflight.filter((code) => !says[browser][code])).toEqual([]);
    },
  );

  test('do not exist for the standard', () => {
    expect(says.standard).toEqual({});
  });
});

describe('the order of the checks of a preflight', () => {
  const ofPreflight = findingCodes.filter(
    (code) => code.startsWith('preflight-') && code !== 'preflight-network-error',
  );

  test.each([standardRules, chromeRules, firefoxRules])(
    'lists every finding of a preflight once, $name',
    ({ preflightOrder }) => {
      expect([...preflightOrder].sort()).toEqual([...ofPreflight].sort());
    },
  );
});

describe('the messages that a browser prints', () => {
  const cors = { on: 'response', isRedirected: false, isCors: true, scheme: null } as const;
  const general = 'CORSDidNotSucceed2';

  // biome-ignore format: a table
  test.each<[keyof typeof browserRules, FindingCode, Partial<Parameters<typeof browserSays>[2]>, readonly string[], string | null]>([
    // browser   finding                      where                                  words                                     reason
    ['chrome',   'allow-origin-missing',      {},                                    ['MissingAllowOriginHeader'],             'MissingAllowOriginHeader'],
    ['chrome',   'network-dns',               {},                                    [],                                       null],
    ['chrome',   'redirect-scheme',           { isRedirected: true },                ['CorsDisabledScheme'],                   'CorsDisabledScheme'],
    ['chrome',   'redirect-scheme',           { scheme: 'data:' },                   [],                                       null],
    ['chrome',   'blocked-by-extension',      {},                                    ['other'],                                'other'],
    ['chrome',   'blocked-by-extension',      { on: 'preflight' },                   [],                                       null],
    ['chrome',   'mode-same-origin',          {},                                    ['DisallowedByMode'],                     'DisallowedByMode'],
    ['chrome',   'mode-same-origin',          { isRedirected: true },                [],                                       null],
    ['firefox',  'integrity',                 { isCors: false },                     ['Sub-resource Integrity'],               'Sub-resource Integrity'],
    ['firefox',  'allow-origin-missing',      {},                                    ['CORSMissingAllowOrigin2'],              'CORSMissingAllowOrigin2'],
    ['firefox',  'allow-origin-missing',      { isRedirected: true },                ['CORSMissingAllowOrigin2', general],     'CORSMissingAllowOrigin2'],
    ['firefox',  'preflight-status',          { on: 'preflight' },                   ['CORSPreflightDidNotSucceed3', general], 'CORSPreflightDidNotSucceed3'],
    ['firefox',  'network-dns',               {},                                    [general],                                general],
    ['firefox',  'network-dns',               { isCors: false },                     [],                                       null],
    ['firefox',  'too-many-redirects',        { isCors: false },                     [],                                       null],
    ['firefox',  'redirect-with-credentials', { isCors: false, isRedirected: true }, [general],                                general],
    ['firefox',  'redirect-scheme',           { isCors: false, isRedirected: true }, ['CORSRequestNotHttp'],                   'CORSRequestNotHttp'],
    ['firefox',  'redirect-scheme',           { isRedirected: true },                ['CORSRequestNotHttp', general],          'CORSRequestNotHttp'],
    ['firefox',  'redirect-scheme',           { scheme: 'data:' },                   [general, 'DATA_URI_BLOCKED'],            'DATA_URI_BLOCKED'],
    ['firefox',  'redirect-scheme',           { scheme: 'data:', isCors: false },    ['DATA_URI_BLOCKED'],                     'DATA_URI_BLOCKED'],
    ['firefox',  'redirect-scheme',           { scheme: 'file:' },                   ['SOP', general],                         'SOP'],
    ['firefox',  'redirect-scheme',           { scheme: 'file:', isCors: false },    ['SOP'],                                  'SOP'],
    ['firefox',  'redirect-scheme',           { scheme: 'blob:' },                   ['SOP', general],                         'SOP'],
    ['firefox',  'redirect-scheme',           { scheme: 'ws:' },                     [general],                                general],
    ['firefox',  'redirect-scheme',           { scheme: 'ws:', isCors: false },      [],                                       null],
    ['firefox',  'redirect-scheme',           { scheme: 'view-source:' },            ['SOP', general],                         'SOP'],
    ['firefox',  'redirect-scheme',           { scheme: 'blob:', isCors: false },    ['SOP'],                                  'SOP'],
    ['firefox',  'aborted',                   {},                                    [],                                       null],
  ])('%s, %s, %j: %j', (name, code, where, words, reason) => {
    const said = browserSays(browserRules[name], code, { ...cors, ...where });
    expect(said).toEqual(words);
    expect(browserReason(said)).toBe(reason);
  });
});
