import type { FindingCode } from '../../src/engine';
import type { Outcome, RequestClass } from '../../src/protocol/facts';
import { isLong } from '../support/is-long';

/** The expected result of a scenario. */
export interface Expected {
  readonly id: string;
  /** What the page sees of each step, the same in both browsers. */
  readonly page: string;
  /** The class of the row. */
  readonly class: RequestClass;
  readonly outcome: Outcome | null;
  readonly finding: FindingCode | null;
  /** The finding that Firefox acts on, which checks in another order. */
  readonly findingInFirefox: FindingCode | null;
  /** The reason in Chrome DevTools Protocol. */
  readonly chromium: string | null;
  /** The reason as the category of Firefox's first console message. */
  readonly firefox: string | null;
}

type Row = readonly [
  id: string,
  page: string,
  word: RequestClass,
  outcome: Outcome | null,
  finding: FindingCode | null,
  chromium: string | null,
  firefox: string | null,
  /** Only if it is another one. */
  findingInFirefox?: FindingCode,
];

// biome-ignore format: a table
const table: readonly Row[] = [
  // scenario                                  the page              class          outcome    first finding                                       Chromium                                Firefox
  ['rule-same-folder',                         'basic 200',          'same-origin', 'allowed', null,                                               null,                                   null],
  ['rule-other-folder',                        'basic 200',          'same-origin', 'allowed', null,                                               null,                                   null],
  ['rule-other-port',                          'TypeError',          'simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['rule-other-scheme',                        'TypeError',          'simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['rule-ip-of-host',                          'TypeError',          'simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['rule-subdomain',                           'TypeError',          'simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['rule-other-domain',                        'TypeError',          'simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['write-link',                               'arrived',            'navigation',  'allowed', null,                                               null,                                   null],
  ['write-redirect',                           'arrived',            'navigation',  'allowed', null,                                               null,                                   null],
  ['write-form',                               'arrived',            'navigation',  'allowed', null,                                               null,                                   null],
  ['embed-image',                              'load',               'no-cors',     'opaque',  null,                                               null,                                   null],
  ['embed-script',                             'load',               'no-cors',     'opaque',  null,                                               null,                                   null],
  ['embed-frame',                              'load',               'navigation',  'allowed', null,                                               null,                                   null],
  ['read-frame',                               'SecurityError, SecurityError, SecurityError, SecurityError','navigation',  'allowed', null,                                               null,                                   null],
  ['read-fetch',                               'TypeError',          'simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['cookie-other-port',                        'cors 200 Got-Cookie: name=liam','simple',      'allowed', null,                                               null,                                   null],
  ['cookie-other-scheme',                      'arrived document.cookie: name=liam','navigation',  'allowed', null,                                               null,                                   null],
  ['cookie-subdomain',                         'cors 200 Got-Cookie: ','simple',      'allowed', null,                                               null,                                   null],
  ['cookie-domain',                            'cors 200 Got-Cookie: name=liam','simple',      'allowed', null,                                               null,                                   null],
  ['same-origin-get',                         'basic 200',          'same-origin', 'allowed', null,                                               null,                                   null],
  ['same-origin-put',                         'basic 200',          'same-origin', 'allowed', null,                                               null,                                   null],
  ['same-origin-json',                        'basic 200',          'same-origin', 'allowed', null,                                               null,                                   null],
  ['simple-exact',                            'cors 200',           'simple',      'allowed', null,                                               null,                                   null],
  ['simple-wildcard',                         'cors 200',           'simple',      'allowed', null,                                               null,                                   null],
  ['simple-post-form',                        'cors 200',           'simple',      'allowed', null,                                               null,                                   null],
  ['simple-head',                              'cors 200',           'simple',      'allowed', null,                                               null,                                   null],
  ['simple-headers',                           'cors 200',           'simple',      'allowed', null,                                               null,                                   null],
  ['simple-expose-headers',                    'cors 200 FooBar: 1 BarFoo: null','simple',      'allowed', null,                                               null,                                   null],
  ['same-site-other-origin',                  'cors 200',           'simple',      'allowed', null,                                               null,                                   null],
  ['other-port',                              'cors 200',           'simple',      'allowed', null,                                               null,                                   null],
  ['plain-simple-exact',                      'cors 200',           'simple',      'allowed', null,                                               null,                                   null],
  ['credentials-allowed',                     'cors 200',           'simple',      'allowed', null,                                               null,                                   null],
  ['xhr-with-credentials',                    'load 200 FooBar: 1', 'simple',      'allowed', null,                                               null,                                   null],
  ['xhr-with-credentials-wildcard',            'error',              'simple',      'blocked', 'allow-origin-wildcard-with-credentials',           'WildcardOriginNotAllowed',             'CORSNotSupportingCredentials'],
  ['express-policy',                          'cors 200',           'preflighted', 'allowed', null,                                               null,                                   null],
  ['express-policy-with-credentials',         'TypeError',          'preflighted', 'blocked', 'preflight-allow-origin-wildcard-with-credentials', 'PreflightWildcardOriginNotAllowed',    'CORSNotSupportingCredentials'],
  ['allow-origin-missing',                    'TypeError',          'simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['allow-origin-multiple',                   'TypeError',          'simple',      'blocked', 'allow-origin-multiple',                            'MultipleAllowOriginValues',            'CORSMultipleAllowOriginNotAllowed'],
  ['allow-origin-invalid',                    'TypeError',          'simple',      'blocked', 'allow-origin-invalid',                             'InvalidAllowOriginValue',              'CORSAllowOriginNotMatchingOrigin'],
  ['allow-origin-mismatch',                   'TypeError',          'simple',      'blocked', 'allow-origin-mismatch',                            'AllowOriginMismatch',                  'CORSAllowOriginNotMatchingOrigin'],
  ['wildcard-with-credentials',               'TypeError',          'simple',      'blocked', 'allow-origin-wildcard-with-credentials',           'WildcardOriginNotAllowed',             'CORSNotSupportingCredentials'],
  ['allow-credentials-missing',               'TypeError',          'simple',      'blocked', 'allow-credentials-missing',                        'InvalidAllowCredentials',              'CORSMissingAllowCredentials'],
  ['allow-credentials-not-true',              'TypeError',          'simple',      'blocked', 'allow-credentials-not-true',                       'InvalidAllowCredentials',              'CORSMissingAllowCredentials'],
  ['preflighted-put',                         'cors 200',           'preflighted', 'allowed', null,                                               null,                                   null],
  ['preflighted-json',                        'cors 200',           'preflighted', 'allowed', null,                                               null,                                   null],
  ['preflighted-custom-header',               'load 200',           'preflighted', 'allowed', null,                                               null,                                   null],
  ['preflighted-last-event-id',                'cors 200',           'preflighted', 'allowed', null,                                               null,                                   null],
  ['preflight-cache-hit',                     'cors 200, cors 200', 'preflighted', 'allowed', null,                                               null,                                   null],
  ['preflight-status-404',                    'TypeError',          'preflighted', 'blocked', 'preflight-status',                                 'PreflightInvalidStatus',               'CORSPreflightDidNotSucceed3'],
  ['preflight-redirect',                      'TypeError',          'preflighted', 'blocked', 'preflight-redirect',                               'PreflightDisallowedRedirect',          'CORSExternalRedirectNotAllowed'],
  ['allow-methods-unparseable',               'TypeError',          'preflighted', 'blocked', 'preflight-allow-methods-invalid',                  'InvalidAllowMethodsPreflightResponse', 'CORSInvalidAllowMethod'],
  ['allow-headers-unparseable',               'TypeError',          'preflighted', 'blocked', 'preflight-allow-headers-invalid',                  'InvalidAllowHeadersPreflightResponse', 'CORSInvalidAllowHeader'],
  ['method-not-allowed',                      'TypeError',          'preflighted', 'blocked', 'preflight-method-not-allowed',                     'MethodDisallowedByPreflightResponse',  'CORSMethodNotFound'],
  ['header-not-allowed',                      'TypeError',          'preflighted', 'blocked', 'preflight-header-not-allowed',                     'HeaderDisallowedByPreflightResponse',  'CORSMissingAllowHeaderFromPreflight2'],
  ['wildcard-headers-with-authorization',     'cors 200',           'preflighted', 'allowed', 'authorization-wildcard',                           null,                                   'CORSAllowHeaderFromPreflightDeprecation'],
  ['plain-preflighted-put',                   'cors 200',           'preflighted', 'allowed', null,                                               null,                                   null],
  ['plain-method-not-allowed',                'TypeError',          'preflighted', 'blocked', 'preflight-method-not-allowed',                     'MethodDisallowedByPreflightResponse',  'CORSMethodNotFound'],
  ['preflight-allow-origin-missing',          'TypeError',          'preflighted', 'blocked', 'preflight-allow-origin-missing',                   'PreflightMissingAllowOriginHeader',    'CORSMissingAllowOrigin2'],
  ['preflight-allow-origin-multiple',         'TypeError',          'preflighted', 'blocked', 'preflight-allow-origin-multiple',                  'PreflightMultipleAllowOriginValues',   'CORSMultipleAllowOriginNotAllowed'],
  ['preflight-allow-origin-invalid',          'TypeError',          'preflighted', 'blocked', 'preflight-allow-origin-invalid',                   'PreflightInvalidAllowOriginValue',     'CORSAllowOriginNotMatchingOrigin'],
  ['preflight-allow-origin-mismatch',         'TypeError',          'preflighted', 'blocked', 'preflight-allow-origin-mismatch',                  'PreflightAllowOriginMismatch',         'CORSAllowOriginNotMatchingOrigin'],
  ['preflight-wildcard-with-credentials',     'TypeError',          'preflighted', 'blocked', 'preflight-allow-origin-wildcard-with-credentials', 'PreflightWildcardOriginNotAllowed',    'CORSNotSupportingCredentials'],
  ['preflight-allow-credentials-missing',     'TypeError',          'preflighted', 'blocked', 'preflight-allow-credentials-missing',              'PreflightInvalidAllowCredentials',     'CORSMissingAllowCredentials'],
  ['preflight-allow-credentials-not-true',    'TypeError',          'preflighted', 'blocked', 'preflight-allow-credentials-not-true',             'PreflightInvalidAllowCredentials',     'CORSMissingAllowCredentials'],
  ['plain-allow-origin-missing',              'TypeError',          'simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['plain-wildcard-with-credentials',         'TypeError',          'simple',      'blocked', 'allow-origin-wildcard-with-credentials',           'WildcardOriginNotAllowed',             'CORSNotSupportingCredentials'],
  ['redirect-same-to-cross',                  'cors 200',           'simple',      'allowed', null,                                               null,                                   null],
  ['redirect-tainted-origin',                 'TypeError',          'simple',      'blocked', 'allow-origin-mismatch',                            'AllowOriginMismatch',                  'CORSAllowOriginNotMatchingOrigin'],
  ['redirect-tainted-origin-wildcard',        'cors 200',           'simple',      'allowed', null,                                               null,                                   null],
  ['redirect-to-userinfo',                    'TypeError',          'simple',      'blocked', 'redirect-with-credentials',                        'RedirectContainsCredentials',          'CORSDidNotSucceed2'],
  ['redirect-first-hop-allow-origin-missing', 'TypeError',          'simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['no-cors-image',                           'load',               'no-cors',     'opaque',  null,                                               null,                                   null],
  ['no-cors-fetch',                           'opaque 0',           'no-cors',     'opaque',  null,                                               null,                                   null],
  ['crossorigin-image-missing',               'error',              'simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['mode-same-origin',                        'TypeError',          'simple',      'blocked', 'mode-same-origin',                                'DisallowedByMode',                     'SOP'],
  ['sandboxed-frame-missing',                 'TypeError',          'simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['sandboxed-frame-mismatch',                'TypeError',          'simple',      'blocked', 'allow-origin-mismatch',                            'AllowOriginMismatch',                  'CORSAllowOriginNotMatchingOrigin'],
  ['sandboxed-frame-allowed',                 'cors 200',           'simple',      'allowed', null,                                               null,                                   null],
  ['worker-allow-origin-missing',             'TypeError',          'simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['worker-allowed',                          'cors 200',           'simple',      'allowed', null,                                               null,                                   null],
  ['cause-preflight-authentication',          'TypeError, cors 200','preflighted', 'blocked', 'preflight-allow-origin-missing',                   'PreflightMissingAllowOriginHeader',    'CORSMissingAllowOrigin2'],
  ['cause-windows-authentication',            'TypeError',          'preflighted', 'blocked', 'preflight-allow-origin-missing',                   'PreflightMissingAllowOriginHeader',    'CORSMissingAllowOrigin2'],
  ['cause-no-options-route',                  'TypeError',          'preflighted', 'blocked', 'preflight-allow-origin-missing',                   'PreflightMissingAllowOriginHeader',    'CORSMissingAllowOrigin2'],
  ['cause-options-by-server',                 'TypeError',          'preflighted', 'blocked', 'preflight-allow-origin-missing',                   'PreflightMissingAllowOriginHeader',    'CORSMissingAllowOrigin2'],
  ['cause-options-handler-fails',             'TypeError, cors 200','preflighted', 'blocked', 'preflight-allow-origin-missing',                   'PreflightMissingAllowOriginHeader',    'CORSMissingAllowOrigin2'],
  ['cause-preflight-rate-limit',              'TypeError',          'preflighted', 'blocked', 'preflight-allow-origin-missing',                   'PreflightMissingAllowOriginHeader',    'CORSMissingAllowOrigin2'],
  ['cause-preflight-login-redirect',          'TypeError',          'preflighted', 'blocked', 'preflight-redirect',                               'PreflightDisallowedRedirect',          'CORSMissingAllowOrigin2', 'preflight-allow-origin-missing'],
  ['cause-slash-redirect',                    'TypeError',          'preflighted', 'blocked', 'preflight-redirect',                               'PreflightDisallowedRedirect',          'CORSMissingAllowOrigin2', 'preflight-allow-origin-missing'],
  ['cause-error-without-cors',                'TypeError, cors 200','simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['cause-nginx-header-not-always',           'TypeError, cors 200','simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['cause-gateway-error',                     'TypeError, cors 200','simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['cause-body-too-large',                    'TypeError',          'simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['cause-rate-limit',                        'TypeError',          'simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['cause-route-without-cors',                'TypeError, cors 200','simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['cause-header-twice',                      'TypeError',          'simple',      'blocked', 'allow-origin-multiple',                            'MultipleAllowOriginValues',            'CORSMultipleAllowOriginNotAllowed'],
  ['cause-origin-with-path',                  'TypeError',          'simple',      'blocked', 'allow-origin-mismatch',                            'AllowOriginMismatch',                  'CORSAllowOriginNotMatchingOrigin'],
  ['cause-misspelled-header',                 'TypeError',          'simple',      'blocked', 'allow-origin-missing',                             'MissingAllowOriginHeader',             'CORSMissingAllowOrigin2'],
  ['cause-tracing-headers',                   'TypeError',          'preflighted', 'blocked', 'preflight-header-not-allowed',                     'HeaderDisallowedByPreflightResponse',  'CORSMissingAllowHeaderFromPreflight2'],
  ['cause-response-header-sent',              'TypeError',          'preflighted', 'blocked', 'preflight-header-not-allowed',                     'HeaderDisallowedByPreflightResponse',  'CORSMissingAllowHeaderFromPreflight2'],
  ['own-csp-image',                            'error',              'no-cors',     'blocked', 'csp',                                              'csp',                                  'CSP_CSPGenericViolation'],
  ['own-csp-redirect',                         'TypeError',          'simple',      'blocked', 'redirect-blocked-after',                           'net::ERR_ABORTED',                     'CSP_CSPGenericViolation'],
  ['connection-refused',                      'TypeError',          'simple',      'failed',  'network-refused',                                  'net::ERR_CONNECTION_REFUSED',          'CORSDidNotSucceed2'],
  ['connection-reset',                        'TypeError',          'simple',      'failed',  'network-reset',                                    'net::ERR_CONNECTION_RESET',            'CORSDidNotSucceed2'],
  ['aborted',                                 'AbortError',         'simple',      'failed',  'aborted',                                          'net::ERR_ABORTED',                     null],
  ['server-error-allowed',                    'cors 500',           'simple',      'allowed', null,                                               null,                                   null],
];

/** All scenarios of the playground with their expected results and each browser's message. */
export const expected: readonly Expected[] = table.map(
  ([id, page, requestClass, outcome, finding, chromium, firefox, findingInFirefox = finding]) => ({
    id,
    page,
    class: requestClass,
    outcome,
    finding,
    findingInFirefox,
    chromium,
    firefox,
  }),
);

const resultOf = ({ id, ...result }: Expected) => JSON.stringify(result);
const firstWithResult = new Map([...expected].reverse().map((row) => [resultOf(row), row]));

/** The scenarios that are compared with the browsers: the first with each result, in a long run all of them. */
export const compared: readonly Expected[] = expected.filter(
  (row) => isLong || firstWithResult.get(resultOf(row)) === row,
);
