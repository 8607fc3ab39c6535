import type { BrowserRules } from './browsers';
import type { FindingCode } from './findings';

type Words = Readonly<Partial<Record<FindingCode, readonly string[]>>>;

// biome-ignore format: a table
const chromeSays: Words = {
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
  'integrity-policy':                                 ['integrity'],
  'corp-same-origin':                                 ['corp-not-same-origin'],
  'corp-same-site':                                   ['corp-not-same-site'],
  'coep-require-corp':                                ['corp-not-same-origin-after-defaulted-to-same-origin-by-coep'],
  'coep-frame':                                       ['corp-not-same-origin-after-defaulted-to-same-origin-by-coep'],
  'coep-worker':                                      ['coep-frame-resource-needs-coep-header'],
  'document-isolation-policy':                        ['corp-not-same-origin-after-defaulted-to-same-origin-by-dip'],
  'frame-refused':                                    ['other'],
  'blocked-by-extension':                             ['other'],
};

const didNotSucceed = 'CORSDidNotSucceed2';

// biome-ignore format: a table
const firefoxSays: Words = {
  'allow-origin-missing':                             ['CORSMissingAllowOrigin2'],
  'allow-origin-multiple':                            ['CORSAllowOriginNotMatchingOrigin'],
  'allow-origin-invalid':                             ['CORSAllowOriginNotMatchingOrigin'],
  'allow-origin-mismatch':                            ['CORSAllowOriginNotMatchingOrigin'],
  'allow-origin-wildcard-with-credentials':           ['CORSNotSupportingCredentials'],
  'allow-credentials-missing':                        ['CORSMissingAllowCredentials'],
  'allow-credentials-not-true':                       ['CORSMissingAllowCredentials'],
  'preflight-allow-origin-missing':                   ['CORSMissingAllowOrigin2', didNotSucceed],
  'preflight-allow-origin-multiple':                  ['CORSAllowOriginNotMatchingOrigin', didNotSucceed],
  'preflight-allow-origin-invalid':                   ['CORSAllowOriginNotMatchingOrigin', didNotSucceed],
  'preflight-allow-origin-mismatch':                  ['CORSAllowOriginNotMatchingOrigin', didNotSucceed],
  'preflight-allow-origin-wildcard-with-credentials': ['CORSNotSupportingCredentials', didNotSucceed],
  'preflight-allow-credentials-missing':              ['CORSMissingAllowCredentials', didNotSucceed],
  'preflight-allow-credentials-not-true':             ['CORSMissingAllowCredentials', didNotSucceed],
  'preflight-status':                                 ['CORSPreflightDidNotSucceed3', didNotSucceed],
  'preflight-redirect':                               ['CORSExternalRedirectNotAllowed', 'CORSPreflightDidNotSucceed3', didNotSucceed],
  'preflight-allow-methods-invalid':                  ['CORSInvalidAllowMethod', didNotSucceed],
  'preflight-allow-headers-invalid':                  ['CORSInvalidAllowHeader', didNotSucceed],
  'preflight-method-not-allowed':                     ['CORSMethodNotFound', didNotSucceed],
  'preflight-header-not-allowed':                     ['CORSMissingAllowHeaderFromPreflight2', didNotSucceed],
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
  'worker-cross-origin':                              ['SOP'],
  'csp':                                              ['CSP_CSPGenericViolation'],
  'mixed-content':                                    ['Mixed Content Blocker'],
  'integrity-policy':                                 ['Security'],
  'local-network-denied':                             ['Security'],
  'corp-same-origin':                                 ['COEP'],
  'corp-same-site':                                   ['COEP'],
  'coep-require-corp':                                ['COEP'],
  'orb':                                              ['ORB'],
  'integrity':                                        ['Sub-resource Integrity'],
  'coep-frame':                                       ['COEP'],
  'frame-refused':                                    ['X-Frame-Options'],
  'service-worker-opaque':                            ['Service Worker Interception', didNotSucceed],
  'service-worker-failed':                            ['Service Worker Interception', didNotSucceed],
  'nosniff':                                          ['MIMEMISMATCH'],
  'script-mime-type':                                 ['MIMEMISMATCH'],
  'worker-mime-type':                                 ['MIMEMISMATCH'],
  'module-mime-type':                                 ['MIMEMISMATCH'],
};

/**
 * The messages that each browser prints for a finding, in order: CDP names in Chrome, console categories in
 * Firefox.
 */
export const says: Readonly<Record<BrowserRules['name'], Words>> = {
  standard: {},
  chrome: chromeSays,
  firefox: firefoxSays,
};

/** The circumstances of a finding that change the browser's message. */
export interface Circumstances {
  readonly on: 'request' | 'preflight' | 'response';
  /** Whether the browser had announced the target of the redirect. */
  readonly isRedirected: boolean;
  /** The scheme of the redirect's target, such as `data:`; null if there is none. */
  readonly scheme: string | null;
  /** Whether the request's response tainting is "cors". */
  readonly isCors: boolean;
}

/** Returns all messages that a browser prints for a finding, in order; empty if it prints none. */
export function browserSays(
  rules: BrowserRules,
  code: FindingCode,
  { on, isRedirected, isCors, scheme }: Circumstances,
): readonly string[] {
  // Browsers refuse a scheme such as data: before they announce the redirect's target.
  if (code === 'redirect-scheme' && !isRedirected) {
    if (rules.name !== 'firefox') return [];
    const general = isCors ? [didNotSucceed] : [];
    if (scheme === 'data:') return [...general, 'DATA_URI_BLOCKED'];
    return /^(file|blob|view-source):$/.test(scheme ?? '') ? ['SOP', ...general] : general;
  }
  // Chrome prints nothing about a preflight that an extension blocked.
  if (code === 'blocked-by-extension' && on === 'preflight') return [];
  // Chrome prints nothing about a mode that keeps it from following a redirect.
  if (code === 'mode-same-origin' && isRedirected && rules.name === 'chrome') return [];
  const words = says[rules.name][code] ?? [];
  if (rules.name !== 'firefox' || code === 'redirect-with-credentials') return words;
  if (!isCors) return words.filter((word) => word !== didNotSucceed);
  // If Firefox refuses to follow a redirect, the whole request fails, and it prints a second, general
  // message.
  const isRefusedRedirect = on === 'response' && isRedirected;
  return isRefusedRedirect && !words.includes(didNotSucceed) ? [...words, didNotSucceed] : words;
}

/**
 * Returns the message that names the reason; the general message only if there is no other. null if empty.
 */
export function browserReason(words: readonly string[]): string | null {
  return words.find((word) => word !== didNotSucceed) ?? words[0] ?? null;
}
