import { describe, expect, test } from 'vitest';
import type { BrowserName } from '../../../src/engine';
import { observedEnd } from '../../../src/exchange/verdict/observed-end';
import type { End, ExchangeFacts, HopFacts } from '../../../src/protocol/facts';
import { exchangeFacts } from '../../support/facts';
import { headers } from '../../support/http';
import { pageCall, pageWord } from '../../support/page-hints';

const failed = (error: string): End => ({ how: 'failed', atMs: 2, error });
const completed = (status: number): End => ({ how: 'completed', atMs: 2, status });
const closed = (because: Extract<End, { how: 'closed' }>['because']): End => ({
  how: 'closed',
  atMs: 2,
  because,
});

/** A hop without a response. */
const unanswered: Partial<HopFacts> = {
  response: null,
  headersAtMs: null,
  responseStartedAtMs: null,
};
/** A hop whose response arrived but was not passed on. */
const answered: Partial<HopFacts> = { responseStartedAtMs: null };
/** A hop with a type that no style sheet may have. */
const mistyped: Partial<HopFacts> = {
  response: {
    status: 200,
    headerList: headers(`
      Content-Type: text/plain
      X-Content-Type-Options: nosniff`),
  },
};
/** A hop that was not sent although its preflight was. */
const unsent: Partial<HopFacts> = { ...unanswered, requestHeaders: null, preflight: 'p' };
/** A redirect that was announced. */
const leading = (to: string): Partial<HopFacts> => ({
  response: { status: 302, headerList: [] },
  responseStartedAtMs: null,
  redirectedTo: to,
});
const redirect = (location: string): Partial<HopFacts> => ({
  response: { status: 302, headerList: headers(`Location: ${location}`) },
  responseStartedAtMs: null,
});

/** A hop with a type, sent for a destination in a mode. */
const typed = (type: string, destination?: string, mode?: string): Partial<HopFacts> => ({
  requestHeaders: headers(destination ? `Sec-Fetch-Dest: ${destination}\nSec-Fetch-Mode: ${mode}` : ''),
  response: { status: 200, headerList: headers(`Content-Type: ${type}`) },
  responseStartedAtMs: null,
});
const sentByFetch: Partial<HopFacts> = {
  requestHeaders: headers('Referer: https://page.example/\nOrigin: https://page.example'),
};
const sentByXhr: Partial<HopFacts> = {
  requestHeaders: headers('Origin: https://page.example\nReferer: https://page.example/'),
};

/** Summarizes an observed end: `refused preflight, or unexplained`. */
function inShort(
  browser: BrowserName,
  hop: Partial<HopFacts>,
  part: Partial<ExchangeFacts>,
  preflight?: ExchangeFacts,
) {
  const observed = observedEnd(browser, exchangeFacts([hop], part), preflight);
  switch (observed.kind) {
    case 'delivered':
      return observed.cutShort ? 'delivered, cut short' : 'delivered';
    case 'refused':
      return `refused on ${observed.on}, or ${observed.otherwise.join(', ')}`;
    case 'failed':
      return `failed: ${observed.code}`;
    case 'one-of':
      return `one of ${observed.codes.join(', ')}`;
    default:
      return observed.kind;
  }
}

describe.each(['chrome', 'firefox'] as const)('in both browsers, here %s, an exchange', (browser) => {
  // biome-ignore format: a table
  test.each<[string, Partial<HopFacts>, End | null, Partial<ExchangeFacts>, string]>([
    ['without a response yet',         unanswered,                              null,                        {},                     'running'],
    ['with headers',                   answered,                                null,                        {},                     'running'],
    ['that asks for a login',          { ...answered, askedForLogin: true },    null,                        {},                     'failed: login-prompt'],
    ['whose document is gone',         unanswered,                              closed('document-gone'),     { page: pageWord(pageCall()) }, 'failed: aborted'],
    ['of an image of such a document', unanswered,                              closed('document-gone'),     { type: 'image' },      'failed: aborted'],
    ['that outlives its document',     unanswered,                              closed('document-gone'),     { page: pageWord(pageCall({ keepalive: true })) }, 'running'],
    ['that possibly outlives it',      unanswered,                              closed('document-gone'),     {},                     'one of aborted, none'],
    ['of a preflight without an end',  unanswered,                              closed('request-ended'),     {},                     'failed: aborted'],
    ['lost with the background',       unanswered,                              closed('background-stopped'),{},                     'failed: ended-unseen'],
    ['redirected to foo:',             leading('foo:bar'),                      closed('redirect-scheme'),   {},                     'failed: redirect-scheme'],
    ['answered by a service worker',   unanswered,                              closed('service-worker'),    {},                     'one of none, service-worker-opaque, service-worker-failed'],
    ['of an image that it answered',   unanswered,                              closed('service-worker'),    { type: 'image' },      'one of none'],
    ['answered and delivered',         sentByFetch,                             completed(200),              { initiator: 'unknown' },'delivered'],
  ])('%s', (_, hop, end, part, observed) => {
    expect(inShort(browser, hop, { ...part, end })).toBe(observed);
  });
});

describe('in Chrome a frame', () => {
  const own = 'https://api.example';
  const page = 'https://page.example';

  // biome-ignore format: a table
  test.each<[string, readonly string[] | null, string]>([
    // what it answers with                                          in                observed
    ['X-Frame-Options: SAMEORIGIN',                                  [own],            'delivered'],
    ['X-Frame-Options: sameorigin, SAMEORIGIN',                      [own],            'delivered'],
    ['X-Frame-Options: SAMEORIGIN',                                  [own, page],      'failed: frame-refused'],
    ['X-Frame-Options: SAMEORIGIN',                                  [page],           'failed: frame-refused'],
    ['X-Frame-Options: SAMEORIGIN',                                  null,             'one of frame-refused, none'],
    ['X-Frame-Options: DENY',                                        [own],            'failed: frame-refused'],
    ['X-Frame-Options: DENY, DENY',                                  [own],            'failed: frame-refused'],
    ['X-Frame-Options: SAMEORIGIN, DENY',                            [own],            'failed: frame-refused'],
    ['X-Frame-Options: none of these',                               [page],           'delivered'],
    [`Content-Security-Policy: frame-ancestors ${page}`,             [page],           'delivered'],
    [`Content-Security-Policy: frame-ancestors ${page}`,             [own],            'failed: frame-refused'],
    ["Content-Security-Policy: frame-ancestors 'self'",              [own],            'delivered'],
    ["Content-Security-Policy: frame-ancestors 'self'",              null,             'one of frame-refused, none'],
    ["Content-Security-Policy: frame-ancestors *, frame-ancestors 'none'", [own],      'failed: frame-refused'],
    ["Content-Security-Policy: report-uri /frame-ancestors",         [page],           'delivered'],
  ])('with %s in %j: %s', (header, ancestors, observed) => {
    const answer = { response: { status: 200, headerList: headers(header) } };
    // The initiator may be the frame's own document, which reveals nothing about its ancestors.
    const part = { type: 'sub_frame', origin: own, ancestors, end: completed(200) };
    expect(inShort('chrome', answer, part)).toBe(observed);
  });
});

describe('in Chrome an exchange', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<HopFacts>, End | null, Partial<ExchangeFacts>, string]>([
    // what                                   hop                                     end                                               exchange                observed
    ['that completed',                        {},                                     completed(200),                                   {},                     'delivered'],
    ['whose body is loading',                 {},                                     null,                                             {},                     'delivered'],
    ['blocked after its headers',             answered,                               failed('net::ERR_FAILED'),                        {},                     'refused on response, or unexplained'],
    ['closed while its body loaded',          {},                                     failed('net::ERR_FAILED'),                        {},                     'delivered, cut short'],
    ['aborted without a body',                { response: { status: 204, headerList: [] } }, failed('net::ERR_ABORTED'),               {},                     'delivered'],
    ['aborted while its body loaded',         {},                                     failed('net::ERR_ABORTED'),                       {},                     'delivered, cut short'],
    ['cut while its body loaded',             {},                                     failed('net::ERR_CONTENT_LENGTH_MISMATCH'),       {},                     'delivered, cut short'],
    ['of a style sheet given up for its type',mistyped,                               failed('net::ERR_ABORTED'),                       { type: 'stylesheet' }, 'failed: nosniff'],
    ['of a style sheet given up so',          mistyped,                               failed('net::ERR_FAILED'),                        { type: 'stylesheet' }, 'failed: nosniff'],
    ['of a style sheet that may be it, cut',  {},                                     failed('net::ERR_ABORTED'),                       { type: 'stylesheet' }, 'delivered, cut short'],
    ['of a style sheet whose server hung up', mistyped,                               failed('net::ERR_CONNECTION_RESET'),              { type: 'stylesheet' }, 'delivered, cut short'],
    ['of a script with that type, aborted',   mistyped,                               failed('net::ERR_ABORTED'),                       { type: 'script' },     'delivered, cut short'],
    ['aborted before that',                   unanswered,                             failed('net::ERR_ABORTED'),                       {},                     'failed: aborted'],
    ['that failed before that',               unanswered,                             failed('net::ERR_FAILED'),                        {},                     'one of network-other, local-network-denied, local-network-mismatch'],
    ['redirected to ws:',                     { ...unanswered, url: 'ws://b.example/', requestHeaders: null }, failed('net::ERR_FAILED'), {},                  'failed: scheme-not-http'],
    ['of a scheme without a handler',         unanswered,                               failed('net::ERR_UNKNOWN_URL_SCHEME'),                      {},                     'failed: scheme-not-http'],
    ['redirected to view-source:',            leading('view-source:https://b.example/'), failed('net::ERR_ABORTED'),                               {},                     'failed: redirect-scheme'],
    ['of a file: to a file:',                 { ...unanswered, url: 'file:///x', requestHeaders: null }, failed('net::ERR_FAILED'),     {},                     'failed: scheme-not-http'],
    ['of an unknown host',                    unanswered,                             failed('net::ERR_NAME_NOT_RESOLVED'),             {},                     'failed: network-dns'],
    ['refused by the server',                 unanswered,                             failed('net::ERR_CONNECTION_REFUSED'),            {},                     'failed: network-refused'],
    ['reset',                                 unanswered,                             failed('net::ERR_CONNECTION_RESET'),              {},                     'failed: network-reset'],
    ['closed without a response',             unanswered,                             failed('net::ERR_EMPTY_RESPONSE'),                {},                     'failed: network-reset'],
    ['with a bad certificate',                unanswered,                             failed('net::ERR_CERT_AUTHORITY_INVALID'),        {},                     'failed: network-tls'],
    ['without TLS',                           unanswered,                             failed('net::ERR_SSL_PROTOCOL_ERROR'),            {},                     'failed: network-tls'],
    ['that timed out',                        unanswered,                             failed('net::ERR_CONNECTION_TIMED_OUT'),          {},                     'failed: network-timeout'],
    ['blocked by an extension',               { ...unanswered, requestHeaders: null },failed('net::ERR_BLOCKED_BY_CLIENT'),             {},                     'failed: blocked-by-extension'],
    ['to an unsafe port',                     unanswered,                             failed('net::ERR_UNSAFE_PORT'),                   {},                     'failed: bad-port'],
    ['redirected to data:',                   redirect('data:,x'),                    failed('net::ERR_UNSAFE_REDIRECT'),               {},                     'failed: redirect-scheme'],
    ['redirected against its allowlist',      redirect('/x'),                         failed('net::ERR_UNSAFE_REDIRECT'),               {},                     'one of connection-allowlist, unexplained'],
    ['redirected so, without known headers',  unanswered,                             failed('net::ERR_UNSAFE_REDIRECT'),               {},                     'one of redirect-scheme, connection-allowlist'],
    ['blocked by its allowlist',              { ...unanswered, requestHeaders: null },failed('net::ERR_NETWORK_ACCESS_REVOKED'),        {},                     'failed: connection-allowlist'],
    ['that only the cache might answer',      unanswered,                             failed('net::ERR_CACHE_MISS'),                    {},                     'failed: not-cached'],
    ['with a streaming body over HTTP/1',     unanswered,                             failed('net::ERR_ALPN_NEGOTIATION_FAILED'),       {},                     'failed: streaming-body'],
    ['beyond what the browser can do',        unanswered,                             failed('net::ERR_INSUFFICIENT_RESOURCES'),        {},                     'failed: browser-limit'],
    ['with too many header bytes',            unanswered,                             failed('net::ERR_RESPONSE_HEADERS_TOO_BIG'),      {},                     'failed: response-invalid'],
    ['with two Content-Length',               unanswered,                             failed('net::ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH'), {},          'failed: response-invalid'],
    ['answered by something else than HTTP',  unanswered,                             failed('net::ERR_INVALID_HTTP_RESPONSE'),         {},                     'failed: response-invalid'],
    ['answered 407 without a proxy',          unanswered,                             failed('net::ERR_UNEXPECTED_PROXY_AUTH'),         {},                     'failed: response-invalid'],
    ['whose body is not compressed so',       {},                                     failed('net::ERR_CONTENT_DECODING_FAILED'),       {},                     'failed: body-undecodable'],
    ['of a frame whose body is not',          {},                                     failed('net::ERR_CONTENT_DECODING_FAILED'),       { type: 'sub_frame' },  'failed: body-undecodable'],
    ['of an unreachable address',             unanswered,                             failed('net::ERR_ADDRESS_UNREACHABLE'),           {},                     'failed: network-other'],
    ['without a network',                     unanswered,                             failed('net::ERR_INTERNET_DISCONNECTED'),         {},                     'failed: network-other'],
    ['through a proxy that fails',            unanswered,                             failed('net::ERR_PROXY_CONNECTION_FAILED'),       {},                     'failed: network-other'],
    ['with an error nobody knows',            unanswered,                             failed('net::ERR_CHICKEN'),                       {},                     'failed: unknown-error'],
    ['of an object that must not be shown',   { response: { status: 200, headerList: headers('X-Frame-Options: DENY') } },                            completed(200), { type: 'object' }, 'failed: frame-refused'],
    ['of such an object, given up',           { response: { status: 200, headerList: headers('X-Frame-Options: DENY') } },                            failed('net::ERR_ABORTED'), { type: 'object' }, 'failed: frame-refused'],
    ['of a frame that the page’s COEP blocks',{},                                     completed(200),                                   { type: 'sub_frame', embedderPolicy: 'require-corp' }, 'failed: coep-frame'],
    ['of a frame with a resource policy',     { response: { status: 200, headerList: headers('Cross-Origin-Resource-Policy: same-origin\nCross-Origin-Embedder-Policy: require-corp') } }, completed(200), { type: 'sub_frame', embedderPolicy: 'require-corp' }, 'failed: corp-same-origin'],
    ['of a frame for its own site',           { response: { status: 200, headerList: headers('Cross-Origin-Resource-Policy: same-site') } },          completed(200), { type: 'sub_frame', embedderPolicy: 'require-corp' }, 'one of corp-same-site, coep-frame'],
    ['redirected to an invalid URL',          answered,                               failed('net::ERR_INVALID_REDIRECT'),              {},                     'failed: redirect-location-invalid'],
    ['redirected forever',                    answered,                               failed('net::ERR_TOO_MANY_REDIRECTS'),            {},                     'failed: too-many-redirects'],
    ['not redirected on the same origin',     leading('https://page.example/x'),      failed('net::ERR_ABORTED'),                       {},                     'one of redirect-mode-error, none, redirect-blocked-after'],
    ['not redirected to another origin',      leading('https://b.example/'),          failed('net::ERR_ABORTED'),                       {},                     'one of redirect-mode-error, none, redirect-blocked-after'],
    ['a navigation that is not redirected',   leading('https://b.example/'),          failed('net::ERR_ABORTED'),                       { type: 'main_frame' }, 'one of none, redirect-blocked-after'],
    ['a frame that is not redirected',        leading('https://b.example/'),          failed('net::ERR_ABORTED'),                       { type: 'sub_frame' },  'one of none, redirect-blocked-after'],
    ['not redirected to userinfo',            leading('https://u:p@page.example/'),   failed('net::ERR_ABORTED'),                       {},                     'one of redirect-with-credentials, redirect-mode-error, none, redirect-blocked-after'],
    ['blocked as opaque',                     answered,                               failed('net::ERR_BLOCKED_BY_ORB'),                { type: 'image' },      'failed: orb'],
    ['whose policy is same-origin',           { ...answered, response: { status: 200, headerList: headers('Cross-Origin-Resource-Policy: same-origin') } }, failed('net::ERR_BLOCKED_BY_RESPONSE'), { type: 'image' }, 'failed: corp-same-origin'],
    ['whose policy is same-site',             { ...answered, response: { status: 200, headerList: headers('cross-origin-resource-policy: same-site') } },   failed('net::ERR_BLOCKED_BY_RESPONSE'), { type: 'image' }, 'failed: corp-same-site'],
    ['whose embedder requires a policy',      answered,                               failed('net::ERR_BLOCKED_BY_RESPONSE'),           { type: 'image' },      'one of coep-require-corp, document-isolation-policy'],
    ['of a frame whose embedder does',        answered,                               failed('net::ERR_BLOCKED_BY_RESPONSE'),           { type: 'sub_frame' },  'failed: coep-frame'],
    ['of a frame that must not be shown',     { response: { status: 200, headerList: headers('X-Frame-Options: DENY') } },                            completed(200), { type: 'sub_frame' }, 'failed: frame-refused'],
    ['of a frame that perhaps must not',      { response: { status: 200, headerList: headers('X-Frame-Options: SAMEORIGIN') } },                      completed(200), { type: 'sub_frame' }, 'one of frame-refused, none'],
    ['of a frame without allowed ancestors',  { response: { status: 200, headerList: headers("Content-Security-Policy: frame-ancestors 'none'") } },  completed(200), { type: 'sub_frame' }, 'failed: frame-refused'],
    ['of a frame with allowed ancestors',     { response: { status: 200, headerList: headers('Content-Security-Policy: frame-ancestors https://x.example') } }, completed(200), { type: 'sub_frame' }, 'one of frame-refused, none'],
    ['of a frame',                            {},                                     completed(200),                                   { type: 'sub_frame' },  'delivered'],
    ['of a frame without known headers',      unanswered,                             completed(200),                                   { type: 'sub_frame' },  'one of frame-refused, none'],
    ['blocked on the local network',          unanswered,                             failed('net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS'), {},            'failed: local-network-denied'],
    ['blocked there over plain http',         unanswered,                             failed('net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS'), { origin: 'http://page.example' }, 'failed: local-network-insecure'],
  ])('%s', (_, hop, end, part, observed) => {
    expect(inShort('chrome', hop, { ...part, end })).toBe(observed);
  });

  const preflight = (hop: Partial<HopFacts>, end: End | null) =>
    exchangeFacts([{ method: 'OPTIONS', ...hop }], { id: 'p', end });

  // biome-ignore format: a table
  test.each<[string, string, ExchangeFacts, string]>([
    // what                                its own error                   its preflight                                                                  observed
    ['whose preflight was blocked',        'net::ERR_FAILED',              preflight({ response: { status: 404, headerList: [] } }, completed(404)),                                    'refused on preflight, or unexplained'],
    ['whose preflight was reset',          'net::ERR_CONNECTION_RESET',    preflight(unanswered, failed('net::ERR_FAILED')),                              'failed: preflight-network-error'],
    ['whose preflight was aborted',        'net::ERR_ABORTED',             preflight(unanswered, null),                                                   'failed: aborted'],
    ['whose preflight was blocked',        'net::ERR_FAILED',              preflight(unanswered, failed('net::ERR_BLOCKED_BY_CLIENT')),                   'failed: blocked-by-extension'],
    ['whose preflight failed in general',  'net::ERR_FAILED',              preflight(unanswered, failed('net::ERR_FAILED')),                              'one of preflight-network-error, local-network-denied, preflight-redirect'],
  ])('%s', (_, error, own, observed) => {
    expect(inShort('chrome', unsent, { end: failed(error) }, own)).toBe(observed);
  });

  test.each([
    ['passed', preflight({ response: { status: 204, headerList: [] } }, completed(204))],
    ['was lost with the background', preflight(unanswered, closed('request-ended'))],
  ])('with a response whose own start was not observed, and whose preflight %s', (_, own) => {
    const answer = { ...answered, requestHeaders: null, preflight: 'p' };
    expect(inShort('chrome', answer, { end: failed('net::ERR_FAILED') }, own)).toBe(
      'refused on response, or unexplained',
    );
  });
});

describe('in Firefox an exchange', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<HopFacts>, End | null, Partial<ExchangeFacts>, string]>([
    // what                                 hop                                     end                                               exchange                          observed
    ['of a document that completed',        {},                                     completed(200),                                   {},                               'silent'],
    ['without known headers',               unanswered,                             completed(200),                                   {},                               'failed: ended-unseen'],
    ['of a worker’s fetch() that completed',sentByFetch,                            completed(200),                                   { initiator: 'dedicated-worker' },'delivered'],
    ['of a worker’s XMLHttpRequest',        sentByXhr,                              completed(200),                                   { initiator: 'dedicated-worker' },'silent'],
    ['of a worker, sent without a Referer', {},                                     completed(200),                                   { initiator: 'dedicated-worker' },'silent'],
    ['of what a worker imports',            {},                                     completed(200),                                   { initiator: 'dedicated-worker', type: 'script' },'silent'],
    ['of a worker, blocked',                {},                                     failed('NS_ERROR_DOM_BAD_URI'),                   { initiator: 'dedicated-worker' },'refused on response, or unexplained'],
    ['of a document, blocked',              {},                                     failed('NS_ERROR_DOM_BAD_URI'),                   {},                               'refused on response, or unexplained'],
    ['not redirected, as script asked',     { ...redirect('/x'), responseStartedAtMs: 1 }, completed(302),                            {},                               'unfollowed'],
    ['of a redirect without Location',      { response: { status: 302, headerList: [] } },                        completed(302),                                   {},                               'silent'],
    ['of a WebSocket that opened',          { response: { status: 101, headerList: [] }, url: 'wss://api.example/' }, completed(101),                               { type: 'websocket' },            'silent'],
    ['of a WebSocket that was refused',     { response: { status: 403, headerList: [] }, url: 'wss://api.example/' }, completed(403),                               { type: 'websocket' },            'failed: socket-handshake'],
    ['whose redirect was blocked',          leading('https://b.example/'),          failed('NS_ERROR_UNEXPECTED'),                    {},                               'refused on response, or redirect-mode-error, none, redirect-blocked-after'],
    ['blocked with another error',          leading('https://page.example/'),       failed('NS_ERROR_NET_ON_RECEIVING_FROM'),         {},                               'refused on response, or redirect-mode-error, none, redirect-blocked-after'],
    ['redirected to data:',                 redirect('data:,x'),                    failed('NS_ERROR_CORRUPTED_CONTENT'),             {},                               'failed: redirect-scheme'],
    ['redirected to ws:',                   redirect('ws://b.example/'),            failed('NS_ERROR_CORRUPTED_CONTENT'),             {},                               'failed: redirect-scheme'],
    ['redirected to an invalid URL',        redirect('http://['),                   failed('NS_ERROR_CORRUPTED_CONTENT'),             {},                               'failed: redirect-location-invalid'],
    ['redirected in mode same-origin',      { ...redirect('https://b.example/'), url: 'https://page.example/' }, failed('NS_ERROR_DOM_BAD_URI'), {},                    'refused on response, or mode-same-origin'],
    ['of a worker in redirect mode error',  redirect('/x'),                         failed('NS_BINDING_FAILED'),                      { initiator: 'dedicated-worker' },'failed: redirect-mode-error'],
    ['redirected in circles',               redirect('/x'),                         failed('NS_ERROR_REDIRECT_LOOP'),                 {},                               'failed: too-many-redirects'],
    ['which only the cache may answer',     unanswered,                             failed('NS_ERROR_DOCUMENT_NOT_CACHED'),           {},                               'failed: not-cached'],
    ['aborted before that',                 unanswered,                             failed('NS_BINDING_ABORTED'),                     {},                               'failed: aborted'],
    ['aborted without a body',              { response: { status: 205, headerList: [] } }, failed('NS_BINDING_ABORTED'),              { type: 'main_frame' },           'delivered'],
    ['aborted while its body loaded',       {},                                     failed('NS_BINDING_ABORTED'),                     {},                               'delivered, cut short'],
    ['cut while its body loaded',           {},                                     failed('NS_ERROR_NET_PARTIAL_TRANSFER'),          {},                               'delivered, cut short'],
    ['of an unknown host',                  unanswered,                             failed('NS_ERROR_UNKNOWN_HOST'),                  {},                               'failed: network-dns'],
    ['refused by the server',               unanswered,                             failed('NS_ERROR_CONNECTION_REFUSED'),            {},                               'failed: network-refused'],
    ['reset',                               unanswered,                             failed('NS_ERROR_NET_RESET'),                     {},                               'failed: network-reset'],
    ['with a bad certificate',              unanswered,                             failed('The certificate is not trusted.'),        {},                               'failed: network-tls'],
    ['with an error in another language',   unanswered,                             failed('Dem Zertifikat wird nicht vertraut.'),    {},                               'failed: network-tls'],
    ['with an unknown error',               unanswered,                             failed('NS_ERROR_CHICKEN'),                       {},                               'failed: network-other'],
    ['blocked on the local network',        unanswered,                             failed('NS_ERROR_LOCAL_NETWORK_ACCESS_DENIED'),   {},                               'failed: local-network-denied'],
    ['blocked as opaque, in general',       answered,                               failed('NS_ERROR_FAILURE'),                       { type: 'image' },                'failed: orb'],
    ['blocked as opaque, or aborted',       answered,                               failed('NS_BINDING_ABORTED'),                     { type: 'image' },                'one of orb, aborted'],
    ['with the wrong type',                 mistyped,                               failed('NS_ERROR_CORRUPTED_CONTENT'),             { type: 'script' },               'failed: nosniff'],
    ['of a script that is an image',        typed('image/png'),                     failed('NS_ERROR_CORRUPTED_CONTENT'),             { type: 'script' },               'failed: script-mime-type'],
    ['of a module that is HTML',            typed('text/html', 'script', 'cors'),   failed('NS_ERROR_CORRUPTED_CONTENT'),             { type: 'script' },               'failed: module-mime-type'],
    ['of a JSON module that is HTML',       typed('text/html', 'json', 'cors'),     failed('NS_ERROR_CORRUPTED_CONTENT'),             { type: 'json' },                 'failed: module-mime-type'],
    ['of a worker’s script that is HTML',   typed('text/html', 'worker', 'same-origin'), failed('NS_ERROR_CORRUPTED_CONTENT'),        { type: 'script' },               'failed: worker-mime-type'],
    ['of importScripts() of plain text',    typed('text/plain', 'script', 'no-cors'), failed('NS_ERROR_CORRUPTED_CONTENT'),           { type: 'script', initiator: 'dedicated-worker' }, 'failed: worker-mime-type'],
    ['of a script without known use',       typed('text/html'),                     failed('NS_ERROR_CORRUPTED_CONTENT'),             { type: 'script' },               'one of module-mime-type, worker-mime-type'],
    ['of a script that breaks off',         typed('text/javascript'),               failed('NS_ERROR_CORRUPTED_CONTENT'),             { type: 'script' },               'failed: response-invalid'],
    ['of a fetch with contrary headers',    unanswered,                             failed('NS_ERROR_CORRUPTED_CONTENT'),             {},                               'failed: response-invalid'],
    ['of a frame whose redirect is blocked',{ ...redirect('https://b.example/'), url: 'https://page.example/' }, failed('NS_ERROR_DOM_BAD_URI'), { type: 'sub_frame' },   'failed: redirect-blocked-after'],
    ['of an object whose redirect is too',  { ...redirect('https://b.example/'), url: 'https://page.example/' }, failed('NS_ERROR_DOM_BAD_URI'), { type: 'object' },      'failed: redirect-blocked-after'],
    ['of a worker redirected elsewhere',    { ...redirect('https://b.example/'), url: 'https://page.example/' }, failed('NS_ERROR_CORRUPTED_CONTENT'), { type: 'script' }, 'failed: mode-same-origin'],
    ['of a service worker redirected',      { ...redirect('/y'), requestHeaders: headers('Sec-Fetch-Dest: serviceworker') }, failed('NS_ERROR_REDIRECT_LOOP'), { type: 'script', initiator: 'unknown' }, 'failed: redirect-mode-error'],
    ['of an object that is an error page',  { ...answered, response: { status: 404, headerList: [] } }, failed('NS_ERROR_WONT_HANDLE_CONTENT'), { type: 'object' },       'failed: response-unusable'],
    ['of a beacon that was delivered',      answered,                               failed('NS_ERROR_FAILURE'),                       { type: 'beacon' },               'silent'],
    ['of a stream that the page closed',    answered,                               failed('NS_ERROR_ABORT'),                         {},                               'silent'],
    ['whose policy is same-origin',         { ...answered, response: { status: 200, headerList: headers('Cross-Origin-Resource-Policy: same-origin') } }, failed('NS_ERROR_DOM_CORP_FAILED'), { type: 'image' }, 'failed: corp-same-origin'],
    ['whose embedder requires a policy',    answered,                               failed('NS_ERROR_DOM_CORP_FAILED'),               { type: 'image' },                'failed: coep-require-corp'],
    ['of a frame whose embedder does',      answered,                               failed('NS_ERROR_DOM_COEP_FAILED'),               { type: 'sub_frame' },            'failed: coep-frame'],
    ['of a frame that must not be shown',   {},                                     failed('NS_ERROR_XFO_VIOLATION'),                 { type: 'sub_frame' },            'failed: frame-refused'],
    ['of a frame with other ancestors',     {},                                     failed('NS_ERROR_CSP_FRAME_ANCESTOR_VIOLATION'),  { type: 'sub_frame' },            'failed: frame-refused'],
  ])('%s', (_, hop, end, part, observed) => {
    expect(inShort('firefox', hop, { ...part, end })).toBe(observed);
  });

  const waiting: Partial<HopFacts> = { ...unanswered, preflight: 'p' };

  // biome-ignore format: a table
  test.each<[string, string, Partial<HopFacts>, End | null, string]>([
    // what                          its own error            its preflight    that one's end                           observed
    ['whose preflight was blocked',  'NS_ERROR_DOM_BAD_URI',  { response: { status: 404, headerList: [] } }, failed('NS_ERROR_DOM_BAD_URI'),          'refused on preflight, or preflight-allow-origin-multiple, unexplained'],
    ['whose preflight was reset',    'NS_ERROR_DOM_BAD_URI',  unanswered,      failed('NS_ERROR_NET_RESET'),            'failed: preflight-network-error'],
    ['whose preflight was aborted',  'NS_BINDING_ABORTED',    unanswered,      failed('NS_BINDING_ABORTED'),            'failed: aborted'],
  ])('%s', (_, error, hop, end, observed) => {
    const own = exchangeFacts([{ method: 'OPTIONS', ...hop }], { id: 'p', end });
    expect(inShort('firefox', waiting, { end: failed(error) }, own)).toBe(observed);
  });
});

describe('the handshake of a WebSocket', () => {
  const url = 'wss://api.example/';
  const own = { origin: 'http://localhost:3000' };
  const loopback = { url: 'ws://127.0.0.1:8080/' };
  const answer = (status: number, asked = '', answered = ''): Partial<HopFacts> => ({
    url,
    requestHeaders: headers(asked),
    response: { status, headerList: headers(answered) },
  });
  const early = { responseStartedAtMs: null };
  const offers = 'Sec-WebSocket-Protocol: chat, soap';

  // biome-ignore format: a table
  test.each<[BrowserName, string, Partial<HopFacts>, End | null, Partial<ExchangeFacts>, string]>([
    // browser   that is                             hop                                                         end                         exchange  observed
    ['chrome',  'accepted',                          answer(101),                                                completed(101),             {},       'delivered'],
    ['chrome',  'answered with 401',                 answer(401),                                                failed('net::ERR_FAILED'),  {},       'failed: socket-handshake'],
    ['chrome',  'answered with another status',      { ...unanswered, url },                                     failed('net::ERR_FAILED'),  {},       'one of socket-handshake, network-other, aborted, local-network-denied'],
    ['chrome',  'between loopback hosts',            { ...unanswered, ...loopback },                             failed('net::ERR_FAILED'),  own,      'one of socket-handshake, network-other, aborted'],
    ['chrome',  'from a public page to loopback',    { ...unanswered, ...loopback },                             failed('net::ERR_FAILED'),  {},       'one of socket-handshake, network-other, aborted, local-network-denied'],
    ['chrome',  'closed before it was sent',         { ...unanswered, ...loopback, requestHeaders: null },       failed('net::ERR_FAILED'),  own,      'one of aborted, network-other, connection-allowlist'],
    ['chrome',  'blocked by an extension',           { ...unanswered, url },                                     failed('net::ERR_BLOCKED_BY_CLIENT'), {}, 'failed: blocked-by-extension'],
    ['firefox', 'accepted',                          answer(101),                                                completed(101),             {},       'silent'],
    ['firefox', 'accepted with an offered protocol', answer(101, offers, 'Sec-WebSocket-Protocol: soap'),        completed(101),             {},       'silent'],
    ['firefox', 'accepted with another protocol',    answer(101, offers, 'Sec-WebSocket-Protocol: other'),       completed(101),             {},       'failed: socket-handshake'],
    ['firefox', 'accepted with an unasked protocol', answer(101, '', 'Sec-WebSocket-Protocol: other'),           completed(101),             {},       'silent'],
    ['firefox', 'answered with 403',                 answer(403),                                                completed(403),             {},       'failed: socket-handshake'],
    ['firefox', 'redirected',                        { ...answer(302), ...early, redirectedTo: 'https://b.example/' }, failed('NS_ERROR_NET_ON_RECEIVING_FROM'), {}, 'failed: socket-handshake'],
    ['firefox', 'redirected to ws:',                 { ...answer(302, '', 'Location: ws://b.example/'), ...early }, failed('NS_ERROR_CORRUPTED_CONTENT'), {}, 'failed: socket-handshake'],
    ['firefox', 'redirected to another scheme',      { ...answer(302), ...early, redirectedTo: 'foo:bar' },      closed('redirect-scheme'),  {},       'failed: socket-handshake'],
    ['firefox', 'challenged',                        { ...answer(401), ...early },                               null,                       {},       'running'],
    ['firefox', 'challenged, and asks for a login',  { ...answer(401), ...early, askedForLogin: true },          null,                       {},       'failed: socket-handshake'],
    ['firefox', 'not answered',                      { ...unanswered, url },                                     failed('NS_ERROR_CONNECTION_REFUSED'), {}, 'failed: network-refused'],
  ])('in %s, %s', (browser, _, hop, end, part, observed) => {
    expect(inShort(browser, hop, { type: 'websocket', ...part, end })).toBe(observed);
  });
});
