import { describe, expect, test } from 'vitest';
import { requestsOfMessage } from '../../src/diagnosis/console/find-requests';
import { isConsoleMessage } from '../../src/diagnosis/console/is-console-message';
import type { ConsoleBrowser } from '../../src/diagnosis/console/message';
import { maxConsoleText, readConsoleMessages } from '../../src/diagnosis/console/read-messages';
import type { FindingCode } from '../../src/engine';
import { judge } from '../../src/exchange/verdict/judge';
import { proseFor } from '../../src/prose';
import { consoleContext } from '../../src/prose/console-context';
import { exchangeFacts } from '../support/facts';
import { headers, http } from '../support/http';
import { languages } from '../support/views';

const url = 'https://api.test/x?a=1';
const origin = 'https://page.test';
const chrome = (reason: string) =>
  `Access to fetch at '${url}' from origin '${origin}' has been blocked by CORS policy: ${reason}`;
const preflight = (reason: string) =>
  chrome(`Response to preflight request doesn't pass access control check: ${reason}`);
const firefox = (reason: string, rest = '') =>
  `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}. (Reason: ${reason}).${rest}`;
const denied = (resource: string) =>
  `Cross-origin redirection to ${url} denied by Cross-Origin Resource Sharing policy: ${resource}`;

const noHeader = "No 'Access-Control-Allow-Origin' header is present on the requested resource.";
const several =
  "The 'Access-Control-Allow-Origin' header contains multiple values 'https://a.test, https://b.test', but only one is allowed.";
const invalid = "The 'Access-Control-Allow-Origin' header contains the invalid value 'page.test'.";
const other =
  "The 'Access-Control-Allow-Origin' header has a value 'https://b.test' that is not equal to the supplied origin.";
const wildcard =
  "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.";
const credentials = (value: string) =>
  `The value of the 'Access-Control-Allow-Credentials' header in the response is '${value}' which must be 'true' when the request's credentials mode is 'include'.`;

// The wordings of ../shared/facts/failures.md, and what browsers of this machine print: [browser, message, first code, further parts].
// biome-ignore format: a table
const table: readonly (readonly [ConsoleBrowser, string, FindingCode | null, object?])[] = [
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

describe('a console message', () => {
  test.each(table.map(([browser, text, code, parts = {}]) => ({ browser, text, code, parts })))(
    'of $browser: $text',
    ({ browser, text, code, parts }) => {
      const messages = readConsoleMessages(text);
      expect(messages).toHaveLength(1);
      expect(messages[0]).toMatchObject({ browser, ...parts });
      expect(messages[0]?.codes[0] ?? null).toBe(code);
    },
  );

  test.each(languages)('has a fix in %s without values that it does not contain', (language) => {
    for (const [, text] of table) {
      for (const message of readConsoleMessages(text)) {
        for (const code of message.codes) {
          const context = consoleContext(message, code, language);
          expect(proseFor(language).findings[code].remedy(context)).not.toMatch(
            /undefined|NaN|\bnull\b.*\bnull\b/,
          );
        }
      }
    }
  });

  test('is read beside others', () => {
    const second = firefox('CORS request did not succeed').replace(url, 'https://other.test/');
    const messages = readConsoleMessages(
      `${chrome(noHeader)}\n\n${second}\nUncaught (in promise) TypeError: Failed to fetch`,
    );
    expect(messages.map(({ browser, url }) => [browser, url])).toEqual([
      ['chrome', url],
      ['firefox', 'https://other.test/'],
    ]);
  });

  test('is found by its URL if its wording is unknown', () => {
    const message = `已拦截跨源请求：同源策略禁止读取位于 ${url} 的远程资源。（原因：CORS 头缺少 'Access-Control-Allow-Origin'）。`;
    expect(readConsoleMessages(message)).toMatchObject([{ browser: null, codes: [], url }]);
    expect(readConsoleMessages('hello world')).toEqual([]);
  });

  test('has bounds', () => {
    const start = performance.now();
    expect(readConsoleMessages("Access to fetch at '".repeat(9_000)).length).toBeLessThanOrEqual(20);
    expect(readConsoleMessages('GET https://a.test/ '.repeat(9_000)).length).toBeLessThanOrEqual(20);
    const [cut] = readConsoleMessages(chrome(noHeader).replace('x?a=1', 'x'.repeat(2 * maxConsoleText)));
    expect(cut).toMatchObject({ browser: null, codes: [] });
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  // biome-ignore format: a table
  test.each([
    [chrome(noHeader),                                true],
    [firefox('CORS request did not succeed'),         true],
    [`GET ${url} net::ERR_FAILED`,                    true],
    ['api.test put',                                  false],
    [url,                                             false],
  ])('is told from a filter: %s', (text, expected) => {
    expect(isConsoleMessage(text)).toBe(expected);
  });
});

describe('the requests of a console message', () => {
  const request = (id: string, startedAtMs: number, path: string, isBlocked: boolean) =>
    exchangeFacts(
      [
        {
          url: `https://api.test/${path}`,
          startedAtMs,
          requestHeaders: headers(`Sec-Fetch-Mode: cors\nOrigin: ${origin}`),
          response: isBlocked
            ? http`200`
            : http`200
            Access-Control-Allow-Origin: *`,
          ...(isBlocked && { responseStartedAtMs: null }),
        },
      ],
      {
        id,
        requestId: id,
        origin,
        startedAtMs,
        end: isBlocked
          ? { how: 'failed', atMs: startedAtMs + 9, error: 'net::ERR_FAILED' }
          : { how: 'completed', atMs: startedAtMs + 9, status: 200 },
      },
    );
  const recorded = [
    request('old', 1_000, 'x?a=1', true),
    request('query', 2_000, 'x?a=2', true),
    request('passed', 3_000, 'x?a=1', false),
    request('new', 4_000, 'x?a=1', true),
    request('other', 5_000, 'y', true),
  ];
  const found = (text: string) =>
    readConsoleMessages(text).flatMap((message) =>
      requestsOfMessage(message, recorded, (facts) => judge(facts, 'chrome', () => undefined)).map(
        ({ id, hasReason }) => `${id} ${hasReason}`,
      ),
    );

  test('are those of its URL and reason, the latest first, then others of the URL', () => {
    expect(found(chrome(noHeader))).toEqual(['new true', 'old true', 'passed false', 'query true']);
  });

  test('are found by reason and origin if it contains no URL', () => {
    expect(found(`Origin ${origin} is not allowed by Access-Control-Allow-Origin.`)).toContain('other true');
    expect(found('Origin https://else.test is not allowed by Access-Control-Allow-Origin.')).toEqual([]);
  });

  test('are none for another URL', () => {
    expect(found(chrome(noHeader).replace('api.test', 'else.test'))).toEqual([]);
  });
});
