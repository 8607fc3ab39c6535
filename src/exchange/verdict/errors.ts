import { type BrowserName, type FindingCode, getHeader, locationUrl } from '../../engine';
import type { ExchangeFacts, RequestKind } from '../../protocol/facts';
import { isLocalNetworkError, lastHop } from '../facts/facts';
import { isHttpUrl } from '../facts/request-url';
import { localNetworkCodes } from './local-network';
import { allowlistResult } from './own-policies';
import { corruptedContentCodes } from './script-use';

// biome-ignore format: a table
const chromeErrors: readonly (readonly [RegExp, FindingCode])[] = [
  [/^net::ERR_(NAME_|DNS_|ICANN_NAME)/,                                      'network-dns'],
  [/^net::ERR_CONNECTION_REFUSED$/,                                          'network-refused'],
  [/^net::ERR_(CONNECTION_(RESET|CLOSED|ABORTED)|EMPTY_RESPONSE)$/,          'network-reset'],
  [/^net::ERR_(SSL_|CERT_|BAD_SSL_|INSECURE_RESPONSE)/,                      'network-tls'],
  [/^net::ERR_(CONNECTION_)?TIMED_OUT$/,                                     'network-timeout'],
  [/^net::ERR_ABORTED$/,                                                     'aborted'],
  [/^net::ERR_BLOCKED_(BY_CLIENT|(IN_INCOGNITO_)?BY_ADMINISTRATOR)$/,        'blocked-by-extension'],
  [/^net::ERR_BLOCKED_BY_ORB$/,                                              'orb'],
  [/^net::ERR_BLOCKED_BY_CSP$/,                                              'csp'],
  // Its DevTools add the reason.
  [/^net::ERR_BLOCKED_BY_RESPONSE\.NotSameOrigin$/,                          'corp-same-origin'],
  [/^net::ERR_BLOCKED_BY_RESPONSE\.NotSameSite$/,                            'corp-same-site'],
  [/^net::ERR_BLOCKED_BY_RESPONSE\.CoepFrameResource/,                       'coep-frame'],
  [/^net::ERR_BLOCKED_BY_RESPONSE\.NotSameOriginAfter\w+ByDip$/,             'document-isolation-policy'],
  [/^net::ERR_BLOCKED_BY_RESPONSE\.NotSameOriginAfter/,                      'coep-require-corp'],
  [/^net::ERR_NETWORK_ACCESS_REVOKED$/,                                      'connection-allowlist'],
  [/^net::ERR_(UNKNOWN|DISALLOWED)_URL_SCHEME$/,                             'scheme-not-http'],
  [/^net::ERR_UNSAFE_PORT$/,                                                 'bad-port'],
  [/^net::ERR_INVALID_REDIRECT$/,                                            'redirect-location-invalid'],
  [/^net::ERR_TOO_MANY_REDIRECTS$/,                                          'too-many-redirects'],
  [/^net::ERR_(RESPONSE_HEADERS_|INVALID_HTTP_RESPONSE$|UNEXPECTED_PROXY_AUTH$)/, 'response-invalid'],
  [/^net::ERR_CONTENT_DECODING_/,                                            'body-undecodable'],
  [/^net::ERR_ALPN_NEGOTIATION_FAILED$/,                                     'streaming-body'],
  [/^net::ERR_CACHE_MISS$/,                                                  'not-cached'],
  [/^net::ERR_INSUFFICIENT_RESOURCES$/,                                      'browser-limit'],
  [/^net::ERR_(ADDRESS_|CONNECTION_|SOCKET_|SOCKS_|PROXY_|HTTP2_|QUIC_)/,    'network-other'],
  [/^net::ERR_(INTERNET_DISCONNECTED|NETWORK_(CHANGED|IO_SUSPENDED|ACCESS_DENIED))$/, 'network-other'],
  [/^net::ERR_(TUNNEL_CONNECTION_FAILED|(NO_SUPPORTED|MANDATORY)_PROX.*)$/,  'network-other'],
  [/^net::ERR_(CONTENT_LENGTH_MISMATCH|(INCOMPLETE|INVALID)_CHUNKED_ENCODING)$/, 'network-other'],
];

// biome-ignore format: a table
const firefoxErrors: readonly (readonly [RegExp, FindingCode])[] = [
  [/^NS_ERROR_(UNKNOWN_HOST|UNKNOWN_PROXY_HOST)$/,                           'network-dns'],
  [/^NS_ERROR_(CONNECTION_REFUSED|PROXY_CONNECTION_REFUSED)$/,               'network-refused'],
  [/^NS_ERROR_NET_(RESET|INTERRUPT|PARTIAL_TRANSFER|ON_RECEIVING_FROM|EMPTY_RESPONSE)$/, 'network-reset'],
  [/^NS_ERROR_WONT_HANDLE_CONTENT$/,                                         'response-unusable'],
  [/^NS_ERROR_NET_TIMEOUT/,                                                  'network-timeout'],
  [/^NS_ERROR_DOCUMENT_NOT_CACHED$/,                                         'not-cached'],
  [/^NS_BINDING_ABORTED$/,                                                   'aborted'],
  [/^NS_ERROR_DOM_COEP_FAILED$/,                                             'coep-frame'],
  [/^NS_ERROR_(XFO_VIOLATION|CSP_FRAME_ANCESTOR_VIOLATION)$/,                'frame-refused'],
  [/^NS_ERROR_REDIRECT_LOOP$/,                                               'too-many-redirects'],
  [/^(SSL_ERROR|SEC_ERROR|MOZILLA_PKIX)/,                                    'network-tls'],
  [/^NS_ERROR_/,                                                             'network-other'],
  // TLS errors are sentences in the browser's UI language.
  [/\s/,                                                                     'network-tls'],
];

/** Returns the finding that Chrome's error text names by itself; null if it names none. */
export function codeOfChromeError(error: string): FindingCode | null {
  return chromeErrors.find(([pattern]) => pattern.test(error))?.[1] ?? null;
}

const embedded: ReadonlySet<RequestKind> = new Set(['image', 'script', 'style', 'media', 'font', 'embed']);

/** Returns the findings that match a browser's error text; several if the text is ambiguous. */
export function codeOfError(
  browser: BrowserName,
  facts: ExchangeFacts,
  error: string,
): readonly FindingCode[] {
  const hop = lastHop(facts);
  if (/^(net::ERR_BLOCKED_BY_RESPONSE|NS_ERROR_DOM_CORP_FAILED)$/.test(error))
    return resourcePolicyCodes(browser, facts);
  if (isLocalNetworkError(error)) return localNetworkCodes(browser, facts);
  if (error === 'net::ERR_UNSAFE_REDIRECT') return unsafeRedirectCodes(facts);
  if (error === 'NS_ERROR_CORRUPTED_CONTENT') return corruptedContentCodes(facts);
  // Firefox uses the error of an abort or a general failure if it blocks an opaque response.
  if (hop.response !== null && embedded.has(facts.kind)) {
    if (error === 'NS_BINDING_ABORTED') return ['orb', 'aborted'];
    if (error === 'NS_ERROR_FAILURE') return ['orb'];
  }
  const table = browser === 'chrome' ? chromeErrors : firefoxErrors;
  return [table.find(([pattern]) => pattern.test(error))?.[1] ?? 'unknown-error'];
}

/**
 * Chrome uses this error for a redirect to a scheme that no request may follow, and for one that the page's
 * Connection-Allowlist does not allow.
 */
function unsafeRedirectCodes(facts: ExchangeFacts): readonly FindingCode[] {
  const { response, url } = lastHop(facts);
  const target = response && locationUrl(response, url);
  const result = allowlistResult(facts, 'Connection-Allowlist', true);
  if (result === 'blocks-redirects') return ['connection-allowlist'];
  const listed: readonly FindingCode[] = result === 'unknown' ? ['connection-allowlist'] : [];
  if (target === null) return ['redirect-scheme', ...listed];
  if (target === 'failure') return ['redirect-location-invalid', ...listed];
  return isHttpUrl(target) ? [...listed, 'unexplained'] : ['redirect-scheme'];
}

/** The response's policy names the reason; without one, the embedder's policy requires it. */
function resourcePolicyCodes(browser: BrowserName, facts: ExchangeFacts): readonly FindingCode[] {
  const policy = getHeader(lastHop(facts).response?.headerList ?? [], 'Cross-Origin-Resource-Policy');
  if (policy === 'same-origin') return ['corp-same-origin'];
  if (policy === 'same-site') return ['corp-same-site'];
  if (facts.kind === 'frame') return ['coep-frame'];
  // Only Chrome has Document-Isolation-Policy.
  return browser === 'chrome' ? ['coep-require-corp', 'document-isolation-policy'] : ['coep-require-corp'];
}
