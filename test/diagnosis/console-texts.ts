import type { ConsoleBrowser } from '../../src/diagnosis/console/message';
import type { FindingCode } from '../../src/engine';

/** What the texts are about. */
export const url = 'https://api.test/x?a=1';
export const origin = 'https://page.test';
/** A message of Chrome, with that reason. */
export const chrome = (reason: string) =>
  `Access to fetch at '${url}' from origin '${origin}' has been blocked by CORS policy: ${reason}`;
const preflight = (reason: string) =>
  chrome(`Response to preflight request doesn't pass access control check: ${reason}`);
/** A message of Firefox, with that reason. */
export const firefox = (reason: string, rest = '') =>
  `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}. (Reason: ${reason}).${rest}`;
const denied = (resource: string) =>
  `Cross-origin redirection to ${url} denied by Cross-Origin Resource Sharing policy: ${resource}`;

/** Chrome's reason for a response without Access-Control-Allow-Origin. */
export const noHeader = "No 'Access-Control-Allow-Origin' header is present on the requested resource.";
const several =
  "The 'Access-Control-Allow-Origin' header contains multiple values 'https://a.test, https://b.test', but only one is allowed.";
const invalid = "The 'Access-Control-Allow-Origin' header contains the invalid value 'page.test'.";
const other =
  "The 'Access-Control-Allow-Origin' header has a value 'https://b.test' that is not equal to the supplied origin.";
const wildcard =
  "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.";
const credentials = (value: string) =>
  `The value of the 'Access-Control-Allow-Credentials' header in the response is '${value}' which must be 'true' when the request's credentials mode is 'include'.`;

/** Messages as browsers print them: [browser, message, first code, further parts]. */
// biome-ignore format: a table
export const consoleTexts: readonly (readonly [ConsoleBrowser, string, FindingCode | null, object?])[] = [
  ['chrome',  chrome(noHeader),                                              'allow-origin-missing', { url, origin }],
  ['chrome',  chrome(`${noHeader} If an opaque response serves your needs, set the request's mode to 'no-cors'`), 'allow-origin-missing'],
  ['chrome',  `app.js:12 ${chrome(noHeader)}Understand this error app.js:12  GET ${url} net::ERR_FAILED 200 (OK)`, 'allow-origin-missing', { method: 'GET', status: 200 }],
  ['chrome',  `Access to XMLHttpRequest at '${url}' (redirected from 'https://api.test/y') from origin '${origin}' has been blocked by CORS policy: ${noHeader}`, 'allow-origin-missing', { url, origin }],
  ['chrome',  chrome(several),                                               'allow-origin-multiple', { value: 'https://a.test, https://b.test' }],
  ['chrome',  chrome(invalid),                                               'allow-origin-invalid', { value: 'page.test' }],
  ['chrome',  chrome(other),                                                 'allow-origin-mismatch', { value: 'https://b.test' }],
  ['chrome',  chrome(wildcard),                                              'allow-origin-wildcard-with-credentials'],
  ['chrome',  chrome(credentials('')),                                       'allow-credentials-missing'],
  ['chrome',  chrome(credentials('True')),                                   'allow-credentials-not-true', { value: 'True' }],
  ['chrome',  preflight(noHeader),                                           'preflight-allow-origin-missing'],
  ['chrome',  preflight(several),                                            'preflight-allow-origin-multiple'],
  ['chrome',  preflight(invalid),                                            'preflight-allow-origin-invalid'],
  ['chrome',  preflight(other),                                              'preflight-allow-origin-mismatch'],
  ['chrome',  preflight(wildcard),                                           'preflight-allow-origin-wildcard-with-credentials'],
  ['chrome',  preflight(credentials('')),                                    'preflight-allow-credentials-missing'],
  ['chrome',  preflight(credentials('1')),                                   'preflight-allow-credentials-not-true'],
  ['chrome',  preflight('It does not have HTTP ok status.'),                 'preflight-status'],
  ['chrome',  preflight('Redirect is not allowed for a preflight request.'), 'preflight-redirect'],
  ['chrome',  chrome('Cannot parse Access-Control-Allow-Methods response header field in preflight response.'), 'preflight-allow-methods-invalid'],
  ['chrome',  chrome('Cannot parse Access-Control-Allow-Headers response header field in preflight response.'), 'preflight-allow-headers-invalid'],
  ['chrome',  chrome('Method DELETE is not allowed by Access-Control-Allow-Methods in preflight response.'), 'preflight-method-not-allowed', { method: 'DELETE' }],
  ['chrome',  chrome('Request header field x-token is not allowed by Access-Control-Allow-Headers in preflight response.'), 'preflight-header-not-allowed', { header: 'x-token' }],
  ['chrome',  chrome("Redirect location 'https://u:p@b.test/' contains a username and password, which is disallowed for cross-origin requests."), 'redirect-with-credentials'],
  ['chrome',  chrome('Cross origin requests are only supported for protocol schemes: chrome, data, http, https.'), 'redirect-scheme'],
  ['chrome',  chrome('Cross origin requests are not allowed by request mode.'), 'mode-same-origin'],
  ['chrome',  chrome('The response is invalid.'),                            'preflight-network-error'],
  ['chrome',  chrome('The request client is not a secure context and the resource is in more-private address space `local`.'), 'local-network-insecure'],
  ['chrome',  chrome('Request had a target IP address space of `local` yet the resource is in address space `public`.'), 'local-network-mismatch'],
  ['chrome',  chrome("Permission was denied for this request to access the 'unknown' address space."), 'local-network-denied'],
  ['chrome',  `Fetch API cannot load ${url}. Request mode is "same-origin" but the URL's origin is not same as the request origin ${origin}.`, 'mode-same-origin', { url, origin }],
  ['chrome',  `Connecting to '${url}' violates the following Content Security Policy directive: "connect-src 'self'". The action has been blocked.`, 'csp', { url }],
  ['chrome',  `Refused to connect to '${url}' because it violates the following Content Security Policy directive: "connect-src 'self'".`, 'csp', { url }],
  ['chrome',  `Refused to display '${url}' in a frame because it set 'X-Frame-Options' to 'deny'.`, 'frame-refused', { url }],
  ['chrome',  `GET ${url} net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin 200 (OK)`, 'corp-same-origin', { url, status: 200 }],
  ['chrome',  `GET ${url} net::ERR_BLOCKED_BY_ORB`,                          'orb'],
  ['chrome',  `GET ${url} net::ERR_NAME_NOT_RESOLVED`,                       'network-dns'],
  ['chrome',  `POST ${url} net::ERR_BLOCKED_BY_CLIENT`,                      'blocked-by-extension', { method: 'POST' }],
  ['chrome',  `Mixed Content: The page at '${origin}/' was loaded over HTTPS, but requested an insecure resource 'http://b.test/'. This request has been blocked; the content must be served over HTTPS.`, 'mixed-content', { url: 'http://b.test/' }],
  ['chrome',  'Uncaught (in promise) TypeError: Failed to fetch',            null, { vague: 'for-script' }],

  ['firefox', firefox('CORS header ‘Access-Control-Allow-Origin’ missing', ' Status code: 401.'), 'allow-origin-missing', { url, status: 401 }],
  ['firefox', `${firefox('CORS header ‘Access-Control-Allow-Origin’ missing', ' Status code: 401.')}\n${firefox('CORS request did not succeed', ' Status code: (null).')}`, 'preflight-allow-origin-missing', { status: 401, vague: null }],
  ['firefox', firefox("CORS header 'Access-Control-Allow-Origin' missing"),  'allow-origin-missing'],
  ['firefox', firefox('Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed'), 'allow-origin-multiple'],
  ['firefox', firefox('CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://a.test, https://b.test’'), 'allow-origin-multiple'],
  ['firefox', firefox('CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://b.test’'), 'allow-origin-mismatch', { value: 'https://b.test' }],
  ['firefox', firefox('CORS header ‘Access-Control-Allow-Origin’ does not match ‘page.test’'), 'allow-origin-invalid'],
  ['firefox', firefox('Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’'), 'allow-origin-wildcard-with-credentials'],
  ['firefox', firefox('expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’'), 'allow-credentials-missing'],
  ['firefox', firefox('CORS preflight response did not succeed', ' Status code: 404.'), 'preflight-status', { status: 404 }],
  ['firefox', `${firefox('CORS request external redirect not allowed')}\n${firefox('CORS preflight response did not succeed')}`, 'preflight-redirect'],
  ['firefox', firefox('invalid token ‘GET; PUT’ in CORS header ‘Access-Control-Allow-Methods’'), 'preflight-allow-methods-invalid', { value: 'GET; PUT' }],
  ['firefox', firefox('invalid token ‘a;b’ in CORS header ‘Access-Control-Allow-Headers’'), 'preflight-allow-headers-invalid'],
  ['firefox', firefox('Did not find method in CORS header ‘Access-Control-Allow-Methods’'), 'preflight-method-not-allowed'],
  ['firefox', firefox('header ‘x-token’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response'), 'preflight-header-not-allowed', { header: 'x-token' }],
  ['firefox', firefox('missing token ‘x-token’ in CORS header ‘Access-Control-Allow-Headers’ from CORS preflight channel'), 'preflight-header-not-allowed', { header: 'x-token' }],
  ['firefox', firefox('CORS request not http'),                              'redirect-scheme'],
  ['firefox', firefox('CORS request did not succeed', ' Status code: (null).'), 'preflight-network-error', { vague: 'any-failure' }],
  ['firefox', `Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at ${url} soon. (Reason: When the \`Access-Control-Allow-Headers\` is \`*\`, the \`Authorization\` header is not covered.)`, 'authorization-wildcard', { url }],
  ['firefox', `Security Error: Content at ${origin}/ may not load data from ${url}.`, 'mode-same-origin', { url }],
  ['firefox', `Content-Security-Policy: The page’s settings blocked the loading of a resource (img-src) at ${url} because it violates the following directive: “img-src 'self'”`, 'csp', { url }],
  ['firefox', `The resource at “${url}” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). See https://developer.mozilla.org/x`, 'corp-same-origin', { url }],
  ['firefox', `The resource at “${url}” was blocked by OpaqueResponseBlocking. Reason: “NS_BINDING_ABORTED”.`, 'orb', { url }],
  ['firefox', `Failed to load ‘${url}’. A ServiceWorker passed an opaque Response to FetchEvent.respondWith() while handling a ‘cors’ FetchEvent.`, 'service-worker-opaque', { url }],
  ['firefox', 'TypeError: NetworkError when attempting to fetch resource.',  null, { vague: 'for-script' }],

  ['safari',  `Origin ${origin} is not allowed by Access-Control-Allow-Origin. Status code: 200`, 'allow-origin-missing', { origin, status: 200 }],
  ['safari',  `[Error] Origin ${origin} is not allowed by Access-Control-Allow-Origin. Status code: 200\n[Error] Fetch API cannot load ${url} due to access control checks.\n[Error] Failed to load resource: Origin ${origin} is not allowed by Access-Control-Allow-Origin. Status code: 200 (x, line 0)`, 'allow-origin-missing', { origin, url, status: 200, vague: null }],
  ['safari',  'Access-Control-Allow-Origin cannot contain more than one origin.', 'allow-origin-multiple'],
  ['safari',  'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.', 'allow-origin-wildcard-with-credentials'],
  ['safari',  'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".', 'allow-credentials-missing'],
  ['safari',  'Preflight response is not successful. Status code: 401',      'preflight-status', { status: 401 }],
  ['safari',  'Preflight response is not successful. Status code: 302',      'preflight-redirect'],
  ['safari',  'Header Access-Control-Allow-Methods has an invalid value: GET; PUT', 'preflight-allow-methods-invalid', { value: 'GET; PUT' }],
  ['safari',  'Header Access-Control-Allow-Headers has an invalid value: a;b', 'preflight-allow-headers-invalid'],
  ['safari',  'Method DELETE is not allowed by Access-Control-Allow-Methods.', 'preflight-method-not-allowed', { method: 'DELETE' }],
  ['safari',  'Request header field x-token is not allowed by Access-Control-Allow-Headers.', 'preflight-header-not-allowed', { header: 'x-token' }],
  ['safari',  denied('redirection URL https://u:p@b.test/ has credentials'), 'redirect-with-credentials', { url }],
  ['safari',  denied('not allowed to follow a cross-origin CORS redirection with non CORS scheme'), 'redirect-scheme'],
  ['safari',  'Cross origin requests are only supported for HTTP.',          'scheme-not-http'],
  ['safari',  `XMLHttpRequest cannot load ${url} due to access control checks.`, null, { url, vague: 'any-failure' }],
  ['safari',  'TypeError: Load failed',                                      null, { vague: 'for-script' }],
];
