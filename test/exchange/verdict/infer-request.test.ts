import { describe, expect, test } from 'vitest';
import type { HeaderList } from '../../../src/engine';
import { authorHeaders } from '../../../src/exchange/verdict/author-headers';
import { foreignHops, inferRequest } from '../../../src/exchange/verdict/infer-request';
import type { ExchangeFacts, HopFacts } from '../../../src/protocol/facts';
import { exchangeFacts } from '../../support/facts';
import { headers } from '../../support/http';

const origin: HeaderList = [['Origin', 'https://page.example']];
const nullOrigin: HeaderList = [['Origin', 'null']];
const http = 'http://api.example/';
const https = 'https://api.example/';
const home = 'https://page.example/';

/** Summarizes the hypotheses: `cors inferred, same-origin assumed`. */
function hypotheses(
  hops: readonly Partial<HopFacts>[],
  part: Partial<ExchangeFacts> = {},
  preflight?: Partial<HopFacts>,
) {
  const lookup = (id: string) => (id === 'p' && preflight ? exchangeFacts([preflight], { id }) : undefined);
  return inferRequest(exchangeFacts(hops, part), lookup).map(
    ({ mode, credentialsMode }) =>
      `${mode.value} ${mode.basis}, ${credentialsMode.value} ${credentialsMode.basis}`,
  );
}

describe('the mode', () => {
  const secFetch = (mode: string): HeaderList => [...origin, ['Sec-Fetch-Mode', mode]];
  // biome-ignore format: a table
  test.each<[string, Partial<HopFacts>, Partial<ExchangeFacts>, readonly string[]]>([
    // what                                         hop                                                               exchange                  modes
    ['is the value of Sec-Fetch-Mode',              { requestHeaders: secFetch('no-cors') },                          {},                       ['no-cors observed']],
    ['even for an image',                           { requestHeaders: secFetch('cors') },                             { type: 'image' },        ['cors observed']],
    ['or for a worker script',                      { url: home, requestHeaders: secFetch('same-origin') },           { type: 'script' },       ['same-origin observed']],
    ['but no value outside the standard',           { url: http, requestHeaders: secFetch('chicken') },               {},                       ['cors inferred']],
    ['of a frame is navigate',                      { url: http },                                                    { type: 'sub_frame' },    ['navigate inferred']],
    ['of a document is navigate',                   { url: http },                                                    { type: 'main_frame' },   ['navigate inferred']],
    ['of a WebSocket is websocket',                 { url: 'ws://api.example/' },                                     { type: 'websocket' },    ['websocket inferred']],
    ['of a ping is no-cors',                        { url: http, method: 'POST', requestHeaders: origin },            { type: 'ping' },         ['no-cors inferred']],
    ['of a beacon is no-cors',                      { url: http, method: 'POST', requestHeaders: origin },            { type: 'beacon' },       ['no-cors inferred']],
    ['of a CSP report is no-cors',                  { url: http, method: 'POST' },                                    { type: 'csp_report' },   ['no-cors inferred']],
    ['of a font is cors',                           { url: http },                                                    { type: 'font' },         ['cors inferred']],
    ['is assumed as cors on the same origin',       { url: home },                                                    {},                       ['cors assumed']],
    ['of an image that is redirected is open',      { url: home, response: { status: 302, headerList: [] } },                              { type: 'image' },        ['no-cors assumed', 'cors assumed']],
    ['of a same-origin image is no-cors',           { url: home },                                                    { type: 'image' },        ['no-cors assumed']],
    ['of GET with an Origin is cors',               { url: http, requestHeaders: origin },                            {},                       ['cors inferred']],
    ['of GET without one is no-cors',               { url: http, requestHeaders: [] },                                {},                       ['no-cors inferred']],
    ['of HEAD is the same',                         { url: http, method: 'HEAD', requestHeaders: [] },                {},                       ['no-cors inferred']],
    ['of an image with an Origin is cors',          { url: http, requestHeaders: origin },                            { type: 'image' },        ['cors inferred']],
    ['of an image without one is no-cors',          { url: http, requestHeaders: [] },                                { type: 'image' },        ['no-cors inferred']],
    ['of GET not sent yet is open',                 { url: http, requestHeaders: null },                              {},                       ['cors assumed', 'no-cors assumed']],
    ['of POST is open, cors first',                 { url: http, method: 'POST', requestHeaders: origin },            {},                       ['cors assumed', 'no-cors assumed']],
    ['of another element is open, no-cors first',   { url: http, method: 'POST', requestHeaders: origin },            { type: 'object' },       ['no-cors assumed', 'cors assumed']],
    ['of POST that hides its origin is no-cors',    { url: http, method: 'POST', requestHeaders: nullOrigin },        {},                       ['no-cors inferred']],
    ['but an opaque origin hides nothing',          { url: http, method: 'POST', requestHeaders: nullOrigin },        { origin: 'null' },       ['cors assumed', 'no-cors assumed']],
    ['of PUT is cors',                              { url: http, method: 'PUT', requestHeaders: null },               {},                       ['cors inferred']],
    ['of a request with an unsafe header is cors',  { url: http, method: 'POST', requestHeaders: [['X-Foo', '1']] },  {},                       ['cors inferred']],
    ['of a request that sends JSON is cors',        { url: http, method: 'POST', requestHeaders: [['Content-Type', 'application/json']] }, {},  ['cors inferred']],
    ['ignores the Accept header of a prefetch',     { url: http, requestHeaders: [['Accept', `text/html,${'x'.repeat(130)}`]] }, { type: 'other' }, ['no-cors inferred']],
  ])('%s', (_, hop, part, modes) => {
    const found = hypotheses([hop], part).map((text) => text.replace(/,.*/, ''));
    expect([...new Set(found)]).toEqual(modes);
  });

  test('is cors for a preflighted request', () => {
    const hop = { url: http, method: 'POST', requestHeaders: null, preflight: 'p' };
    expect(hypotheses([hop], {}, { method: 'OPTIONS' })[0]).toMatch(/^cors inferred/);
  });

  test('comes from the first hop that was sent to another origin', () => {
    const hops = [
      { url: http, requestHeaders: null, internal: 'extension' as const },
      { url: http, requestHeaders: origin },
    ];
    expect(hypotheses(hops)[0]).toMatch(/^cors inferred/);
  });

  test('allows the origin null of a redirected POST', () => {
    const hops = [
      { url: http, method: 'POST', requestHeaders: nullOrigin },
      { url: 'http://b.example/', method: 'POST', requestHeaders: nullOrigin },
    ];
    expect(hypotheses(hops)).toHaveLength(3);
  });
});

describe('the credentials mode', () => {
  const cookie: HeaderList = [...origin, ['Cookie', 'a=1']];
  const crossSite: HeaderList = [...origin, ['Sec-Fetch-Mode', 'cors'], ['Sec-Fetch-Site', 'cross-site']];
  const sameSite: HeaderList = [...origin, ['Sec-Fetch-Mode', 'cors'], ['Sec-Fetch-Site', 'same-site']];
  const says: HeaderList = [...crossSite, ['Sec-Fetch-Storage-Access', 'none']];
  const noCors: HeaderList = [
    ['Sec-Fetch-Mode', 'no-cors'],
    ['Sec-Fetch-Site', 'cross-site'],
  ];

  // biome-ignore format: a table
  test.each<[string, Partial<HopFacts>, Partial<ExchangeFacts>, readonly string[]]>([
    // what                                           hop                                               exchange               credentials modes
    ['of a navigation is include',                    { url: https },                                   { type: 'sub_frame' }, ['include inferred']],
    ['of a WebSocket is include',                     { url: 'wss://api.example/' },                    { type: 'websocket' }, ['include inferred']],
    ['of a font is same-origin',                      { url: http },                                    { type: 'font' },      ['same-origin inferred']],
    ['of a beacon is include',                        { url: http, method: 'POST' },                    { type: 'beacon' },    ['include inferred']],
    ['of a ping is include',                          { url: https, method: 'POST', requestHeaders: noCors }, { type: 'ping' }, ['include inferred']],
    ['of a CSP report is same-origin',                { url: http, method: 'POST' },                    { type: 'csp_report' }, ['same-origin inferred']],
    ['is assumed as same-origin on the same origin',  { url: home, requestHeaders: cookie },            {},                    ['same-origin assumed']],
    ['of a request with a cookie is include',         { url: http, requestHeaders: cookie },            {},                    ['include inferred']],
    ['with Sec-Fetch-Storage-Access is include',      { url: https, requestHeaders: says },             {},                    ['include inferred']],
    ['without it where expected is not include',      { url: https, requestHeaders: crossSite },        {},                    ['same-origin assumed']],
    ['of a worker without it is open',                { url: https, requestHeaders: crossSite },        { documentId: null }, ['same-origin assumed', 'include assumed']],
    ['is open on the same site without a cookie',     { url: https, requestHeaders: sameSite },         {},                    ['same-origin assumed', 'include assumed']],
    ['is open over plain http without a cookie',      { url: http, requestHeaders: origin },            {},                    ['same-origin assumed', 'include assumed']],
    ['of an image without crossorigin is include',    { url: https, requestHeaders: noCors },           { type: 'image' },     ['include inferred']],
    ['of a no-cors fetch is assumed as same-origin',  { url: https, requestHeaders: noCors },           {},                    ['same-origin assumed']],
    ['of a no-cors fetch with it is include',         { url: https, requestHeaders: [...noCors, ['Sec-Fetch-Storage-Access', 'active']] }, {}, ['include inferred']],
    ['of a request not sent yet is open',             { url: https, method: 'PUT', requestHeaders: null }, {},                 ['same-origin assumed', 'include assumed']],
  ])('%s', (_, hop, part, modes) => {
    const found = hypotheses([hop], part).map((text) => text.replace(/.*, /, ''));
    expect([...new Set(found)]).toEqual(modes);
  });

  test('is include for a preflighted beacon, too', () => {
    const hop = { url: https, method: 'POST', requestHeaders: null, preflight: 'p' };
    const found = hypotheses([hop], { type: 'ping' }, { method: 'OPTIONS' });
    expect(found).toEqual(['cors inferred, include inferred']);
  });

  test('is open for a redirect from the same origin, about which Firefox is silent', () => {
    const found = hypotheses([
      { url: home, response: { status: 302, headerList: [] }, redirectedTo: https },
      { url: https, requestHeaders: crossSite },
    ]);
    expect(found).toEqual(['cors observed, same-origin assumed', 'cors observed, include assumed']);
  });

  test("follows a preflight's Sec-Fetch-Storage-Access", () => {
    const hop = { url: https, method: 'PUT', requestHeaders: null, preflight: 'p' };
    const asks: HeaderList = [...says, ['Access-Control-Request-Method', 'PUT']];
    expect(hypotheses([hop], {}, { method: 'OPTIONS', requestHeaders: asks })).toEqual([
      'cors inferred, include inferred',
    ]);
  });

  test('ignores hops of the same origin', () => {
    const hops = [
      { url: home, requestHeaders: cookie },
      { url: http, requestHeaders: origin },
    ];
    expect(hypotheses(hops)).toEqual([
      'cors inferred, same-origin assumed',
      'cors inferred, include assumed',
    ]);
  });
});

describe('a hop', () => {
  const hopOf = (
    hop: Partial<HopFacts>,
    preflight?: Partial<HopFacts>,
    part: Partial<ExchangeFacts> = {},
  ) => {
    const lookup = (id: string) => (id === 'p' && preflight ? exchangeFacts([preflight], { id }) : undefined);
    return inferRequest(exchangeFacts([hop], part), lookup)[0]!.exchange.hops[0]!;
  };

  test('has the names that its preflight announced', () => {
    const asks = headers(`
      Access-Control-Request-Method: PUT
      Access-Control-Request-Headers: x-bar,x-foo
      Origin: https://page.example`);
    expect(
      hopOf(
        { method: 'PUT', requestHeaders: null, preflight: 'p' },
        { method: 'OPTIONS', requestHeaders: asks, response: { status: 204, headerList: [] } },
      ),
    ).toMatchObject({
      unsafeHeaderNames: ['x-bar', 'x-foo'],
      useCorsPreflight: false,
      sentOrigin: 'https://page.example',
      preflightOrigin: 'https://page.example',
      preflight: { status: 204 },
    });
  });

  test('has the use-CORS-preflight flag if nothing else caused the preflight', () => {
    const asks: HeaderList = [['Access-Control-Request-Method', 'POST']];
    expect(
      hopOf({ method: 'POST', preflight: 'p' }, { method: 'OPTIONS', requestHeaders: asks }).useCorsPreflight,
    ).toBe(true);
  });

  test('has the names that it was sent with if the preflight cache answered', () => {
    const list = headers('X-Foo: 1\nAuthorization: Bearer x\nUser-Agent: x\nAccept: */*');
    expect(hopOf({ requestHeaders: list }).unsafeHeaderNames).toEqual(['authorization', 'x-foo']);
  });

  test('has none for an image, because a page cannot set its headers', () => {
    expect(
      hopOf({ requestHeaders: headers('X-Foo: 1') }, undefined, { type: 'image' }).unsafeHeaderNames,
    ).toEqual([]);
  });

  test('can have only the content type of a beacon', () => {
    const list = headers('Content-Type: application/json\nX-Foo: 1');
    expect(hopOf({ requestHeaders: list }, undefined, { type: 'ping' }).unsafeHeaderNames).toEqual([
      'content-type',
    ]);
  });

  test('has no response until one was observed', () => {
    expect(hopOf({ response: null }).response).toBeNull();
  });

  test('is foreign if it leaves the origin, or if there is none', () => {
    const hops = [{ url: home }, { url: https }];
    expect(foreignHops(exchangeFacts(hops)).map(({ url }) => url)).toEqual([https]);
    expect(foreignHops(exchangeFacts(hops, { origin: 'null' }))).toHaveLength(2);
    expect(foreignHops(exchangeFacts(hops, { origin: null }))).toHaveLength(2);
  });
});

describe('the headers that a page set', () => {
  // biome-ignore format: a table
  test.each([
    // header                              is the page's
    ['X-Foo: 1',                           true],
    ['Content-Type: application/json',     true],
    ['Accept: text/html',                  true],
    ['Accept-Language: de',                true],
    ['Range: bytes=0-1',                   true],
    ['Authorization: Bearer x',            true],
    ['Authorization: Basic eDp5',          false],
    ['authorization: basic eDp5',          false],
    ['Authorization: Digest x',            false],
    ['Authorization: Negotiate x',         false],
    ['Cookie: a=1',                        false],
    ['Origin: https://page.example',       false],
    ['Referer: https://page.example/',     false],
    ['Host: api.example',                  false],
    ['User-Agent: x',                      false],
    ['Accept-Encoding: gzip',              false],
    ['Sec-Fetch-Mode: cors',               false],
    ['sec-ch-ua: x',                       false],
    ['Proxy-Authorization: x',             false],
    ['If-None-Match: "x"',                 false],
    ['Cache-Control: no-cache',            false],
    ['Pragma: no-cache',                   false],
    ['Priority: u=1',                      false],
    ['DNT: 1',                             false],
    ['Content-Length: 2',                  false],
    ['Access-Control-Request-Method: PUT', false],
  ])('%s: %s', (header, is) => {
    expect(authorHeaders(headers(header)).length > 0).toBe(is);
  });

  test('exclude Last-Event-ID of an EventSource', () => {
    expect(authorHeaders(headers('Accept: text/event-stream\nLast-Event-ID: 7'))).toEqual([
      ['Accept', 'text/event-stream'],
    ]);
    expect(authorHeaders(headers('Last-Event-ID: 7'))).toEqual([['Last-Event-ID', '7']]);
  });
});
