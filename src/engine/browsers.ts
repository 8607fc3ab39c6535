import type { FindingCode } from './findings';

/** An engine whose rules can be applied; `standard` is the text itself. */
export type BrowserName = 'chrome' | 'firefox';

/** Where a browser differs from the text, as data. Every row has a measured case behind it. */
export interface BrowserRules {
  readonly name: BrowserName | 'standard';
  /** In which order it meets the problems of a preflight's response and acts on the first. */
  readonly preflightOrder: readonly FindingCode[];
  /** Whether `*` in Access-Control-Allow-Headers stands for Authorization too, against step 7.6. */
  readonly authorizationCoveredByWildcard: boolean;
  readonly preflightCache: PreflightCacheRules;
  /** What it prints for a finding, first to last: CDP's names in Chrome, console categories in Firefox. */
  readonly says: Readonly<Partial<Record<FindingCode, readonly string[]>>>;
}

/** How a browser keeps what preflights allowed. */
export interface PreflightCacheRules {
  /** The longest that it keeps an answer, in seconds. */
  readonly maxAgeLimitSeconds: number;
  /** How long it keeps an answer whose Access-Control-Max-Age is no number; null: not at all. */
  readonly malformedSeconds: number | null;
  /** Whether a request that failed clears the entries of its URL. */
  readonly isClearedByFailure: boolean;
  /** Whether what a request with credentials was allowed holds for one without, too. */
  readonly isSharedWithoutCredentials: boolean;
  /** Whether `*` is kept. */
  readonly keepsWildcards: boolean;
}

const allowOrigin: readonly FindingCode[] = [
  'preflight-allow-origin-missing',
  'preflight-allow-origin-multiple',
  'preflight-allow-origin-invalid',
  'preflight-allow-origin-mismatch',
  'preflight-allow-origin-wildcard-with-credentials',
];
const allowCredentials: readonly FindingCode[] = [
  'preflight-allow-credentials-missing',
  'preflight-allow-credentials-not-true',
];

// biome-ignore format: a table
const chromeSays: BrowserRules['says'] = {
  'allow-origin-missing':                             ['MissingAllowOriginHeader'],
  'allow-origin-multiple':                            ['MultipleAllowOriginValues'],
  'allow-origin-invalid':                             ['InvalidAllowOriginValue'],
  'allow-origin-mismatch':                            ['AllowOriginMismatch'],
  'allow-origin-wildcard-with-credentials':           ['WildcardOriginNotAllowed'],
  'allow-credentials-missing':                        ['InvalidAllowCredentials'],
  'allow-credentials-not-true':                       ['InvalidAllowCredentials'],
  'preflight-allow-origin-missing':                   ['PreflightMissingAllowOriginHeader'],
  'preflight-allow-origin-multiple':                  ['PreflightMultipleAllowOriginValues'],
  'preflight-allow-origin-invalid':                   ['PreflightInvalidAllowOriginValue'],
  'preflight-allow-origin-mismatch':                  ['PreflightAllowOriginMismatch'],
  'preflight-allow-origin-wildcard-with-credentials': ['PreflightWildcardOriginNotAllowed'],
  'preflight-allow-credentials-missing':              ['PreflightInvalidAllowCredentials'],
  'preflight-allow-credentials-not-true':             ['PreflightInvalidAllowCredentials'],
  'preflight-status':                                 ['PreflightInvalidStatus'],
  'preflight-redirect':                               ['PreflightDisallowedRedirect'],
  'preflight-allow-methods-invalid':                  ['InvalidAllowMethodsPreflightResponse'],
  'preflight-allow-headers-invalid':                  ['InvalidAllowHeadersPreflightResponse'],
  'preflight-method-not-allowed':                     ['MethodDisallowedByPreflightResponse'],
  'preflight-header-not-allowed':                     ['HeaderDisallowedByPreflightResponse'],
  'authorization-wildcard':                           ['AuthorizationCoveredByWildcard'],
  'redirect-with-credentials':                        ['RedirectContainsCredentials'],
  'redirect-scheme':                                  ['CorsDisabledScheme'],
  'scheme-not-http':                                  ['CorsDisabledScheme'],
  'mode-same-origin':                                 ['DisallowedByMode'],
  'no-cors-redirect-mode':                            ['NoCorsRedirectModeNotFollow'],
  'local-network-insecure':                           ['InsecureLocalNetwork'],
  'local-network-denied':                             ['LocalNetworkAccessPermissionDenied'],
  'local-network-mismatch':                           ['InvalidLocalNetworkAccess'],
  'csp':                                              ['csp'],
  'mixed-content':                                    ['mixed-content'],
  'corp-same-origin':                                 ['corp-not-same-origin'],
  'corp-same-site':                                   ['corp-not-same-site'],
  'coep-require-corp':                                ['corp-not-same-origin-after-defaulted-to-same-origin-by-coep'],
  'coep-frame':                                       ['corp-not-same-origin-after-defaulted-to-same-origin-by-coep'],
  'document-isolation-policy':                        ['corp-not-same-origin-after-defaulted-to-same-origin-by-dip'],
  'frame-refused':                                    ['other'],
  'blocked-by-extension':                             ['other'],
};

const didNotSucceed = 'CORSDidNotSucceed2';
const onPreflight = (...categories: readonly string[]) => [...categories, didNotSucceed];

// biome-ignore format: a table
const firefoxSays: BrowserRules['says'] = {
  'allow-origin-missing':                             ['CORSMissingAllowOrigin2'],
  'allow-origin-multiple':                            ['CORSAllowOriginNotMatchingOrigin'],
  'allow-origin-invalid':                             ['CORSAllowOriginNotMatchingOrigin'],
  'allow-origin-mismatch':                            ['CORSAllowOriginNotMatchingOrigin'],
  'allow-origin-wildcard-with-credentials':           ['CORSNotSupportingCredentials'],
  'allow-credentials-missing':                        ['CORSMissingAllowCredentials'],
  'allow-credentials-not-true':                       ['CORSMissingAllowCredentials'],
  'preflight-allow-origin-missing':                   onPreflight('CORSMissingAllowOrigin2'),
  'preflight-allow-origin-multiple':                  onPreflight('CORSAllowOriginNotMatchingOrigin'),
  'preflight-allow-origin-invalid':                   onPreflight('CORSAllowOriginNotMatchingOrigin'),
  'preflight-allow-origin-mismatch':                  onPreflight('CORSAllowOriginNotMatchingOrigin'),
  'preflight-allow-origin-wildcard-with-credentials': onPreflight('CORSNotSupportingCredentials'),
  'preflight-allow-credentials-missing':              onPreflight('CORSMissingAllowCredentials'),
  'preflight-allow-credentials-not-true':             onPreflight('CORSMissingAllowCredentials'),
  'preflight-status':                                 onPreflight('CORSPreflightDidNotSucceed3'),
  'preflight-redirect':                               onPreflight('CORSExternalRedirectNotAllowed', 'CORSPreflightDidNotSucceed3'),
  'preflight-allow-methods-invalid':                  onPreflight('CORSInvalidAllowMethod'),
  'preflight-allow-headers-invalid':                  onPreflight('CORSInvalidAllowHeader'),
  'preflight-method-not-allowed':                     onPreflight('CORSMethodNotFound'),
  'preflight-header-not-allowed':                     onPreflight('CORSMissingAllowHeaderFromPreflight2'),
  'preflight-network-error':                          [didNotSucceed],
  'authorization-wildcard':                           ['CORSAllowHeaderFromPreflightDeprecation'],
  'redirect-with-credentials':                        [didNotSucceed],
  'redirect-scheme':                                  ['CORSRequestNotHttp'],
  'network-dns':                                      [didNotSucceed],
  'network-refused':                                  [didNotSucceed],
  'network-reset':                                    [didNotSucceed],
  'network-tls':                                      [didNotSucceed],
  'network-timeout':                                  [didNotSucceed],
  'network-other':                                    [didNotSucceed],
  'too-many-redirects':                               [didNotSucceed],
  'redirect-location-invalid':                        [didNotSucceed],
  'scheme-not-http':                                  ['CORSRequestNotHttp'],
  'mode-same-origin':                                 ['SOP'],
  'csp':                                              ['CSP_CSPGenericViolation'],
  'mixed-content':                                    ['Mixed Content Blocker'],
  'local-network-denied':                             ['Security'],
  'corp-same-origin':                                 ['COEP'],
  'corp-same-site':                                   ['COEP'],
  'coep-require-corp':                                ['COEP'],
  'orb':                                              ['ORB'],
  'nosniff':                                          ['MIMEMISMATCH'],
};

/** The text itself. */
export const standardRules: BrowserRules = {
  name: 'standard',
  preflightOrder: [
    ...allowOrigin,
    ...allowCredentials,
    'preflight-redirect',
    'preflight-status',
    'preflight-allow-methods-invalid',
    'preflight-allow-headers-invalid',
    'preflight-method-not-allowed',
    'preflight-header-not-allowed',
  ],
  authorizationCoveredByWildcard: false,
  preflightCache: {
    maxAgeLimitSeconds: Number.POSITIVE_INFINITY,
    malformedSeconds: 5,
    isClearedByFailure: true,
    isSharedWithoutCredentials: true,
    keepsWildcards: true,
  },
  says: {},
};

/** Chrome, and whatever is built on Chromium; measured on 156. */
export const chromeRules: BrowserRules = {
  name: 'chrome',
  preflightOrder: [
    'preflight-redirect',
    ...allowOrigin,
    ...allowCredentials,
    'preflight-status',
    'preflight-allow-methods-invalid',
    'preflight-allow-headers-invalid',
    'preflight-method-not-allowed',
    'preflight-header-not-allowed',
  ],
  authorizationCoveredByWildcard: true,
  preflightCache: {
    maxAgeLimitSeconds: 7_200,
    malformedSeconds: 5,
    isClearedByFailure: false,
    isSharedWithoutCredentials: true,
    keepsWildcards: true,
  },
  says: chromeSays,
};

/** Firefox; measured on 153. */
export const firefoxRules: BrowserRules = {
  name: 'firefox',
  preflightOrder: [
    ...allowOrigin,
    ...allowCredentials,
    'preflight-redirect',
    'preflight-status',
    'preflight-allow-methods-invalid',
    'preflight-method-not-allowed',
    'preflight-allow-headers-invalid',
    'preflight-header-not-allowed',
  ],
  authorizationCoveredByWildcard: true,
  preflightCache: {
    maxAgeLimitSeconds: 86_400,
    malformedSeconds: null,
    isClearedByFailure: true,
    isSharedWithoutCredentials: false,
    keepsWildcards: false,
  },
  says: firefoxSays,
};

/** The rules of each browser, by its name. */
export const browserRules: Readonly<Record<BrowserName, BrowserRules>> = {
  chrome: chromeRules,
  firefox: firefoxRules,
};

/** Where a finding stands, as far as a browser words it differently. */
export interface Circumstances {
  readonly on: 'request' | 'preflight' | 'response';
  /** The browser had announced where the redirect leads. */
  readonly isRedirected: boolean;
  /** Of the URL that a redirect leads to, such as `data:`; null where there is none. */
  readonly scheme: string | null;
  /** The request's response tainting is "cors". */
  readonly isCors: boolean;
}

/** All that a browser prints for a finding, first to last; empty where it prints nothing. */
export function browserSays(
  rules: BrowserRules,
  code: FindingCode,
  { on, isRedirected, isCors, scheme }: Circumstances,
): readonly string[] {
  // A scheme such as data: is refused before the browser announces where the redirect leads.
  if (code === 'redirect-scheme' && !isRedirected) {
    if (rules.name !== 'firefox') return [];
    const general = isCors ? [didNotSucceed] : [];
    if (scheme === 'data:') return [...general, 'DATA_URI_BLOCKED'];
    return scheme === 'file:' ? ['SOP', ...general] : [];
  }
  // Of a preflight that an extension stopped, Chrome says nothing.
  if (code === 'blocked-by-extension' && on === 'preflight') return [];
  const words = rules.says[code] ?? [];
  if (rules.name !== 'firefox' || code === 'redirect-with-credentials') return words;
  if (!isCors) return words.filter((word) => word !== didNotSucceed);
  // A redirect that Firefox refuses to follow fails as a whole, and it says so in a second line.
  const isRefusedRedirect = on === 'response' && isRedirected;
  return isRefusedRedirect && !words.includes(didNotSucceed) ? [...words, didNotSucceed] : words;
}

/** The one of those words that names the reason: not the trailing general one, unless it stands alone. */
export function browserReason(words: readonly string[]): string | null {
  return words.find((word) => word !== didNotSucceed) ?? words[0] ?? null;
}
