import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CauseCode } from '../../src/diagnosis/causes';
import { leadingCause } from '../../src/diagnosis/diagnose';
import type { Language } from '../../src/prose';
import { headline } from '../../src/prose/headline';
import { hostOf } from '../../src/prose/short-url';
import type { CauseCase } from '../causes/case';
import { explained } from '../causes/read-recording';
import { type RecordingBrowser, recordingPath } from '../causes/recording';
import { recordedOrigin, type ServableCase } from '../causes/serve';
import { serverRecordingPath } from '../causes/servers/server-case';
import { serverCases } from '../causes/servers/table';
import { causeCases } from '../causes/table';

// The sentence that a person reads first, for each recording whose cause is certain or likely.

const unread = /so the page( at \S+)? cannot read (the response|it)/;
const unsent = /so the \w+ was never sent/;
const notReached = /(was never sent|cannot read the response)/;
const rejected = /(so|and) \S+ answered with 401/;
const acao = /Access-Control-Allow-Origin/;

type Parts = readonly [who: RegExp, shows: RegExp, effect: RegExp];

/** What the sentence about a cause contains in English: who did it, the status or header, and the effect. */
// biome-ignore format: a table
const table: Partial<Readonly<Record<CauseCode, Parts>>> = {
  // Code                              Who                            Status or header                     Effect
  'api-gateway-error':                 [/^Amazon API Gateway/,       /403/,                               unread],
  'api-gateway-preflight':             [/^Amazon API Gateway/,       /with 401/,                          unsent],
  'beacon-with-json':                  [/^sendBeacon\(\)/,           /Access-Control-Allow-Credentials/,  unsent],
  'body-too-large':                    [/rejected the body/,         /413/,                               unread],
  'bot-challenge':                     [/^A firewall in front of/,   /403/,                               unread],
  'bucket-region-redirect':            [/^Amazon S3/,                /307/,                               unsent],
  'cached-for-other-origin':           [/^A cache/,                  acao,                                unread],
  'cached-without-origin':             [/^The browser reused/,       acao,                                /cannot read it/],
  'cdn-cached-without-origin':         [/^A cache in front of/,      acao,                                unread],
  'cloud-function-invoker':            [/^Google/,                   /403/,                               unsent],
  'credentials-case':                  [/sends/,                     /Allow-Credentials: (True|1)/,       unread],
  'cookie-without-partitioned':        [/the browser did not send/,  /SameSite=None without Partitioned/, /answered with 401/],
  'credentials-not-included':          [/^The page requested/,       /401/,                               /cookie sid was not sent/],
  'credentials-twice':                 [/^Two parts of/,             /Access-Control-Allow-Credentials/,  unread],
  'csp-sandbox':                       [/^The document’s/,           /Content-Security-Policy/,           unread],
  'default-embedding-headers':         [/sends/,                     /X-Frame-Options/,                   /cannot embed/],
  'deployment-protection':             [/^The hosting platform/,     /401/,                               unsent],
  'dev-server-origin':                 [/^The development server/,   /list of allowed origins/,           unread],
  'dev-server-refuses-own-host':       [/^The development server/,   /with 403/,                          /answered its own page/],
  'embedder-policy':                   [/^The page at/,              /Cross-Origin-Embedder-Policy/,      /the browser blocked it/],
  'error-page-for-resource':           [/^The server/,               /text\/html \(status 404\)/,         /did not use it/],
  'error-without-cors':                [/answered the GET/,          /with [45]\d\d/,                     unread],
  'event-stream-outside-cors':         [/^The server/,               /\(200\) without the CORS headers/,  unread],
  'font-preload-mode':                 [/^The page/,                 /crossorigin/,                       /requested \S+ twice/],
  'frame-needs-embedder-policy':       [/the document \S+ in its/,   /Cross-Origin-Embedder-Policy/,      /does not show the frame/],
  'gateway-error':                     [/^A gateway in front of/,    /50[234]/,                           unread],
  'header-not-listed':                 [/^The page sends/,           /x-token/,                           unsent],
  'header-twice':                      [/^Two parts of/,             acao,                                unread],
  'https-redirect':                    [/redirected the preflight/,  /\(30\d\) from http: to https:/,     unsent],
  'local-model-server-refuses-origin': [/^The model server/,         /403/,                               unsent],
  'login-loop-in-frame':               [/the browser does not keep/, /SameSite=Lax/,                      /again and again/],
  'login-redirect':                    [/redirected the GET/,        /\(302\)/,                           unread],
  'loopback-spelling':                 [/allows/,                    /http:\/\/127\.0\.0\.1/,             unread],
  'lower-case-method':                 [/^The page sends/,           /method patch/,                      /request was never sent/],
  'manifest-without-credentials':      [/^Browsers request/,         /\(302\)/,                           /the browser blocked/],
  'mcp-header-not-allowed':            [/^The MCP server/,           /mcp-protocol-version/,              unsent],
  'mcp-session-not-exposed':           [/^The MCP server/,           /Mcp-Session-Id/,                    /session never starts/],
  'misspelled-header':                 [/sends/,                     /Access-Control-Expose-Headers/,     /cannot read the headers/],
  'mixed-content':                     [/^The page at/,                /is https:/,                         /the browser blocked its request/],
  'nginx-header-not-always':           [/nginx adds/,                /with (404|500)/,                    unread],
  'no-cors-as-cure':                   [/^The page requested/,       /mode: 'no-cors'/,                   /opaque response/],
  'no-options-route':                  [/^The server has no handler/, /with (404|405)/,                   unsent],
  'oauth-metadata-without-cors':       [/answered the GET/,          /200 and no CORS headers/,           /cannot find out how to sign in/],
  'obsolete-private-network-header':   [/sends/,                     /Allow-Private-Network/,             unsent],
  'opaque-origin':                     [/^The document/,             /origin is null/,                    unread],
  'options-by-server':                 [/^The web server or framework/, /\(20[04],/,                      /the \w+ was never sent/],
  'options-handler-fails':             [/^The application/,          /500/,                               unsent],
  'origin-list':                       [/sends its whole list/,      acao,                                unread],
  'origin-wildcard-pattern':           [/sends the pattern/,         acao,                                unread],
  'origin-with-path':                  [/allows/,                    /slash or path at its end/,          unread],
  'origin-without-scheme':             [/allows/,                    /without the scheme or port/,        unread],
  'own-policy':                        [/of the page at/,            /Connection-Allowlist/,              /the browser blocked it/],
  'platform-answers-preflight':        [/^The platform in front of/, acao,                                unsent],
  'preflight-authentication':          [/answered the preflight/,    /with 401/,                          unsent],
  'preflight-login-redirect':          [/redirected the preflight/,  /login page \(302\)/,                unsent],
  'preflight-rate-limit':              [/^The rate limiter/,         /429/,                               unsent],
  'preflight-redirect':                [/redirected the preflight/,  /\(308\)/,                           unsent],
  'range-headers-not-exposed':         [/sends/,                     /Content-Range/,                     /requests wrong ranges/],
  'rate-limit':                        [/^The rate limiter/,         /429 and no CORS headers/,           unread],
  'refused-origin-throws':             [/^The Express application/,  /500/,                               unsent],
  'resource-policy':                   [/sends/,                     /Cross-Origin-Resource-Policy/,      /cannot use/],
  'response-header-sent':              [/^The page sends/,           /access-control-allow-origin/,       unsent],
  'route-with-own-cors':               [/answers/,                   /Access-Control-Allow-Origin: \*/,   unsent],
  'route-without-cors':                [/Other routes of/,           /CORS headers, but \S+ has none/,    unread],
  'sdk-header-not-allowed':            [/^A client library/,         /x-mastra-client-type/,              unsent],
  'secure-cookie-on-http':             [/the browser rejected it/,     /with Secure over http:/,            /the next request got 401/],
  'server-has-done-it':                [/processed the POST/,        /201/,                               unread],
  'session-cookie-same-site':          [/the browser does not keep/, /cookie sid \(SameSite=Lax\)/,       /answered with 401/],
  'slash-redirect':                    [/redirected the/,            /\(30\d\)/,                          notReached],
  'socket-origin-check':               [/rejected the WebSocket/,    /403/,                               /checks the Origin/],
  'stripped-authorization':            [/^The browser removed/,      /Authorization/,                     rejected],
  'tainted-canvas':                    [/^The page drew/,            /crossorigin/,                       /SecurityError/],
  'tainted-origin':                    [/redirect between two/,      /Origin: null/,                      unread],
  'tracing-headers':                   [/^A monitoring script/,      /sentry-trace|traceparent/,          unsent],
  'upload-listener':                   [/^A listener on xhr\.upload/, /405/,                              unsent],
  'wildcard-headers':                  [/^The page includes/,        /Access-Control-Allow-Headers/,      unsent],
  'wildcard-with-credentials':         [/^The page includes/,        /Access-Control-Allow-Origin: \*/,   unread],
  'windows-authentication':            [/^Windows authentication/,   /401/,                               unsent],
  'worker-from-data-url':              [/^A worker/,                 /the origin null/,                   unread],
};

const browsers: readonly RecordingBrowser[] = ['chromium', 'firefox'];
const recordings = browsers.flatMap((browser) =>
  [
    ...causeCases.map((of) => ({ id: of.cause, of, path: recordingPath(of.cause, 'broken', browser) })),
    ...serverCases.map((of) => ({ id: of.id, of, path: serverRecordingPath(of.id, 'broken', browser) })),
  ].flatMap(({ id, of, path }) =>
    of.row === null || (of.only ?? browser) !== browser
      ? []
      : read(of, path).map((row) => ({ id, browser, ...row })),
  ),
);

/** The request that a case is about, if it has a certain or likely cause. */
function read(of: ServableCase & Pick<CauseCase, 'row'>, path: string) {
  const { at = '', method, outcome } = of.row ?? {};
  const [name = '', start = ''] = at.split(/:(.*)/);
  const url = recordedOrigin(of, name) + start;
  const exchange = explained(JSON.parse(readFileSync(path, 'utf8'))).exchanges.find(
    ({ facts: { hops, preflightFor }, verdict }) =>
      preflightFor === null &&
      hops.some((hop) => hop.url.replace(/^ws/, 'http').startsWith(url)) &&
      (method ?? hops[0]?.method) === hops[0]?.method &&
      verdict.outcome === outcome,
  );
  const cause = exchange && leadingCause(exchange.causes, exchange.verdict);
  if (!exchange || !cause) return [];
  const inLanguage = (language: Language) =>
    headline(exchange.facts, exchange.verdict, language, 'Firefox', { causes: exchange.causes });
  const hosts = [...exchange.facts.hops.map((hop) => hostOf(hop.url)), ...Object.values(cause.values ?? {})];
  return [{ code: cause.code, hosts, en: inLanguage('en'), zh: inLanguage('zh-CN') }];
}

test('is read in at least 60 recordings of each browser', () => {
  for (const browser of browsers)
    expect(recordings.filter((row) => row.browser === browser).length).toBeGreaterThanOrEqual(60);
});

describe('the first sentence', () => {
  test.each(recordings)('of $id in $browser says who, what and the effect', ({ code, en }) => {
    const parts = table[code] ?? [];
    expect(parts, code).toHaveLength(3);
    for (const part of parts) expect(en).toMatch(part);
  });

  test.each(recordings)('of $id in $browser names a host in both languages', ({ hosts, en, zh }) => {
    for (const sentence of [en, zh]) expect(hosts.some((host) => sentence.includes(host))).toBe(true);
  });

  test.each(recordings)('of $id in $browser is Chinese in Chinese', ({ zh }) => {
    expect(zh).toMatch(/[\u4e00-\u9fff]{4}/);
    expect(zh).toMatch(/。$/);
    expect(zh).not.toMatch(/null（|（null）|undefined|[,.;] *[\u4e00-\u9fff]/);
    expect(zh.replace(/[\w:/.-]*localhost\S*/g, '')).not.toMatch(
      /\b(the|an?|so|and|but|was|is|are|to|with|without|of|in|not|never|response|request|preflight|page|browser)\b/,
    );
  });

  test.each(recordings)('of $id in $browser has one “so” and no empty value', ({ en }) => {
    expect(en.match(/, so /g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(en).not.toMatch(/\(null\)|undefined|with null|“”|\(\)[^ ]/);
    expect(en.length).toBeLessThan(420);
  });
});
