import { describe, expect, test } from 'vitest';
import {
  preflightCacheOf,
  preflightTriggers,
  responseTypeOf,
  servedByOf,
} from '../../../src/exchange/explained/describe';
import { accessOf } from '../../../src/exchange/verdict/classify';
import { judge } from '../../../src/exchange/verdict/judge';
import type { Verdict } from '../../../src/exchange/verdict/verdict';
import type { ExchangeFacts, HopFacts, Outcome, RequestClass } from '../../../src/protocol/facts';
import { exchangeFacts } from '../../support/facts';
import { headers } from '../../support/http';

describe('a request', () => {
  // biome-ignore format: a table
  test.each<[string, string, Verdict['mode']['value'], string]>([
    // what                     type              mode         access
    ['reads',                   'xmlhttprequest', 'cors',      'read'],
    ['reads from its origin',   'xmlhttprequest', 'same-origin', 'read'],
    ['writes without reading',  'xmlhttprequest', 'no-cors',   'write'],
    ['beacons',                 'beacon',         'no-cors',   'write'],
    ['pings',                   'ping',           'no-cors',   'write'],
    ['reports',                 'csp_report',     'no-cors',   'write'],
    ['embeds an image',         'image',          'no-cors',   'embed'],
    ['reads an image',          'image',          'cors',      'read'],
    ['embeds a frame',          'sub_frame',      'navigate',  'embed'],
    ['navigates',               'main_frame',     'navigate',  'write'],
    ['opens a WebSocket',       'websocket',      'websocket', 'read'],
  ])('%s: %s, %s', (_, type, mode, access) => {
    expect(accessOf(exchangeFacts([{}], { type }), mode)).toBe(access);
  });
});

describe('the class of a request, and what made a preflight necessary', () => {
  const asks = (method: string, names = '') =>
    headers(`Access-Control-Request-Method: ${method}\nAccess-Control-Request-Headers: ${names}`);

  function judged(
    hop: Partial<HopFacts>,
    preflight: Partial<HopFacts> | null = null,
    part: Partial<ExchangeFacts> = {},
  ) {
    const own = preflight && exchangeFacts([{ method: 'OPTIONS', ...preflight }], { id: 'p' });
    const facts = exchangeFacts([{ ...hop, preflight: own ? 'p' : null }], part);
    return { facts, verdict: judge(facts, 'chrome', (id) => (id === 'p' && own ? own : undefined)) };
  }

  // biome-ignore format: a table
  test.each<[string, Partial<HopFacts>, Partial<HopFacts> | null, RequestClass, readonly string[], 'hit' | 'miss' | 'unknown' | null]>([
    // what                       hop                                                                                preflight                                                    class          triggers                                  cache
    ['GET',                       { requestHeaders: headers('Origin: https://page.example') },                       null,                                                        'simple',      [],                                       null],
    ['PUT',                       { method: 'PUT' },                                                                 { requestHeaders: asks('PUT') },                             'preflighted', ['method PUT'],                           'miss'],
    ['PUT from the cache',        { method: 'PUT' },                                                                 null,                                                        'preflighted', ['method PUT'],                           'hit'],
    ['PUT not answered yet',      { method: 'PUT', response: null, responseStartedAtMs: null }, null,                                                        'preflighted', ['method PUT'],                           'unknown'],
    ['a header',                  { requestHeaders: headers('X-Foo: 1') },                                           { requestHeaders: asks('GET', 'x-foo') },                    'preflighted', ['header x-foo'],                         'miss'],
    ['JSON',                      { method: 'POST', requestHeaders: headers('Content-Type: application/json') },     { requestHeaders: asks('POST', 'content-type') },            'preflighted', ['content-type application/json'],        'miss'],
    ['JSON that was never sent',  { method: 'POST', requestHeaders: null },                                          { requestHeaders: asks('POST', 'content-type') },            'preflighted', ['header content-type'],                  'miss'],
    ['everything together',       { method: 'PATCH', requestHeaders: headers('X-Foo: 1') },                          { requestHeaders: asks('PATCH', 'authorization,x-foo') },    'preflighted', ['method PATCH', 'header authorization', 'header x-foo'], 'miss'],
    ['what http cannot stream',   { method: 'POST', url: 'http://api.example/' },                                    { requestHeaders: asks('POST'), url: 'http://api.example/' }, 'preflighted', ['upload listener'],                    'miss'],
    ['one of two over TLS',       { method: 'POST' },                                                                { requestHeaders: asks('POST') },                            'preflighted', ['upload listener or streaming body'],    'miss'],
  ])('of %s', (_, hop, preflight, requestClass, triggers, cache) => {
    const { facts, verdict } = judged(hop, preflight);
    expect(verdict.requestClass).toBe(requestClass);
    expect(preflightTriggers(facts, verdict)).toEqual(triggers);
    expect(preflightCacheOf(facts, verdict.requestClass)).toBe(cache);
  });

  test('a streaming body that HTTP/1.1 cannot carry is the only trigger', () => {
    const end = { how: 'failed', atMs: 9, error: 'net::ERR_ALPN_NEGOTIATION_FAILED' } as const;
    const unanswered = { response: null, responseStartedAtMs: null };
    const { facts, verdict } = judged(
      { method: 'POST', ...unanswered },
      { requestHeaders: asks('POST') },
      { end },
    );
    expect(preflightTriggers(facts, verdict)).toEqual(['streaming body']);
  });

  test('nothing triggers a preflight on the same origin', () => {
    const { facts, verdict } = judged({
      url: 'https://page.example/',
      method: 'PUT',
      requestHeaders: headers('X-Foo: 1'),
    });
    expect(verdict.requestClass).toBe('same-origin');
    expect(preflightTriggers(facts, verdict)).toEqual([]);
  });
});

describe('the source of a response', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<HopFacts>, Partial<ExchangeFacts>, ReturnType<typeof servedByOf>]>([
    ['the network',                 {},                                                 {},                                                                  'network'],
    ['the HTTP cache',              { fromCache: true, serverIp: null },                {},                                                                  'http-cache'],
    ['unknown',                     { fromCache: null, serverIp: null },                {},                                                                  'unknown'],
    ['unknown without an address',  { serverIp: null },                                 {},                                                                  'unknown'],
    ['a service worker',            { fromCache: null, serverIp: null },                { end: { how: 'closed', atMs: 2, because: 'service-worker' } },      'service-worker'],
  ])('%s', (_, hop, part, by) => {
    expect(servedByOf(exchangeFacts([hop], part))).toBe(by);
  });
});

// biome-ignore format: a table
test.each<[RequestClass, Outcome, ReturnType<typeof responseTypeOf>]>([
  ['same-origin',  'allowed',  'basic'],
  ['simple',       'allowed',  'cors'],
  ['preflighted',  'allowed',  'cors'],
  ['no-cors',      'opaque',   'opaque'],
  ['simple',       'blocked',  'error'],
  ['simple',       'failed',   'error'],
  ['simple',       'unknown',  null],
  ['simple',       'pending',  null],
  ['navigation',   'allowed',  null],
  ['websocket',    'failed',   null],
  ['preflight',    'blocked',  null],
])('the response of a %s request that is %s has the type %s', (requestClass, outcome, type) => {
  const verdict: Verdict = { ...judge(exchangeFacts(), 'chrome', () => undefined), requestClass, outcome };
  expect(responseTypeOf(exchangeFacts(), verdict)).toBe(type);
});

test('the response of a service worker can have any type', () => {
  const facts = exchangeFacts([{}], { end: { how: 'closed', atMs: 2, because: 'service-worker' } });
  const verdict: Verdict = { ...judge(facts, 'firefox', () => undefined), outcome: 'allowed' };
  expect(responseTypeOf(facts, verdict)).toBeNull();
});
