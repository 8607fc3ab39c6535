import { describe, expect, test } from 'vitest';
import type { HeaderList } from '../../../src/engine';
import { pairPreflights, preflightedMethod } from '../../../src/exchange/facts/pair-preflight';
import type { ExchangeFacts, HopFacts } from '../../../src/protocol/facts';
import { exchangeFacts } from '../../support/facts';

const url = 'https://api.example/';

/** An open request that started at that time and has no response. */
function request(
  id: string,
  startedAtMs: number,
  part: Partial<HopFacts> = {},
  more: Partial<ExchangeFacts> = {},
) {
  const hop = {
    url,
    method: 'PUT',
    startedAtMs,
    sentAtMs: startedAtMs,
    response: null,
    headersAtMs: null,
    ...part,
  };
  return exchangeFacts([hop], { id, startedAtMs, end: null, ...more });
}

/** A CORS-preflight request that announces that method. */
function preflight(
  id: string,
  startedAtMs: number,
  method = 'PUT',
  more: Partial<ExchangeFacts> = {},
  names = '',
) {
  const requestHeaders: HeaderList = [
    ['Access-Control-Request-Method', method],
    ['Access-Control-Request-Headers', names],
  ];
  return request(id, startedAtMs, { method: 'OPTIONS', requestHeaders }, more);
}

function answered(facts: ExchangeFacts, headersAtMs: number): ExchangeFacts {
  return { ...facts, hops: facts.hops.map((hop) => ({ ...hop, headersAtMs })) };
}

/** A hop that was sent with these headers. */
const named = (...names: readonly string[]): Partial<HopFacts> => ({
  requestHeaders: names.map((name) => [name, '1']),
});

const inShort = (exchanges: readonly ExchangeFacts[]) =>
  pairPreflights(exchanges).map(({ preflight, exchange, hop }) => `${preflight} for ${exchange}.${hop}`);

describe('a CORS-preflight request', () => {
  // biome-ignore format: a table
  test.each<[string, readonly ExchangeFacts[], readonly string[]]>([
    // what                                     exchanges                                                                    pairs
    ['belongs to the request before it',        [request('a', 1), preflight('p', 2)],                                        ['p for a.0']],
    ['in whatever order they are listed',       [preflight('p', 2), request('a', 1)],                                        ['p for a.0']],
    ['to none that began after it',             [preflight('p', 1), request('a', 2)],                                        []],
    ['to none of another URL',                  [request('a', 1, { url: 'https://api.example/x' }), preflight('p', 2)],      []],
    ['whichever has a name and password',       [request('a', 1, { url: 'https://u:p@api.example/' }), preflight('p', 2)],       ['p for a.0']],
    ['whatever their fragments are',            [request('a', 1, { url: `${url}#x` }), preflight('p', 2)],                   ['p for a.0']],
    ['to none with another method',             [request('a', 1, { method: 'DELETE' }), preflight('p', 2)],                  []],
    ['to none of another frame',                [request('a', 1, {}, { frameId: 7 }), preflight('p', 2)],                    []],
    ['to none of another document',             [request('a', 1, {}, { documentId: 'd2' }), preflight('p', 2)],              []],
    ['to none of another tab',                  [request('a', 1, {}, { tabId: -1 }), preflight('p', 2)],                     []],
    ['to a beacon, of another type',            [request('a', 1, { method: 'POST' }, { type: 'ping' }), preflight('p', 2, 'POST', { type: 'other' })], ['p for a.0']],
    ['to none with an earlier response',        [request('a', 1, { headersAtMs: 2 }), preflight('p', 3)],                    []],
    ['to one with a later response',            [request('a', 1, { headersAtMs: 4 }), preflight('p', 3)],                    ['p for a.0']],
    ['to none with an earlier failure',         [request('a', 1, {}, { end: { how: 'failed', atMs: 2, error: '' } }), request('b', 3), preflight('p', 4)], ['p for b.0']],
    ['to the first of two equal ones',          [request('a', 1), request('b', 2), preflight('p', 3), preflight('q', 4)],    ['p for a.0', 'q for b.0']],
    ['to each its own, in turn',                [request('a', 1), preflight('p', 2), request('b', 3), preflight('q', 4)],    ['p for a.0', 'q for b.0']],
    ['to the one that was not sent yet',        [request('a', 1, { requestHeaders: [], sentAtMs: 2 }), request('b', 3, { requestHeaders: null, sentAtMs: null }), preflight('p', 4)], ['p for b.0']],
    ['or that was sent only afterwards',        [request('a', 1, { requestHeaders: [], sentAtMs: 2 }), request('b', 3, { requestHeaders: [], sentAtMs: 9 }), answered(preflight('p', 4), 8)], ['p for b.0']],
    ['not to one that was sent before its answer', [request('a', 271, named('X-A')), request('b', 273, { ...named('X-A', 'X-B'), sentAtMs: 274 }), preflight('p', 273, 'PUT', {}, 'x-a'), preflight('q', 275, 'PUT', {}, 'x-a,x-b')], ['p for a.0', 'q for b.0']],
    ['to the one with the announced names',     [request('a', 1, { requestHeaders: [] }), request('b', 2, { requestHeaders: [['X-Foo', '1']] }), preflight('p', 3, 'PUT', {}, 'x-foo')], ['p for b.0']],
    ['to a recent one rather than an old one',  [request('a', 1), request('b', 5_000), preflight('p', 5_002)],               ['p for b.0']],
    ['to an old one if there is no other',      [request('a', 1), preflight('p', 5_002)],                                    ['p for a.0']],
    ['of DELETE and PUT to one URL',            [request('a', 1), request('b', 2, { method: 'DELETE' }), preflight('p', 3, 'DELETE'), preflight('q', 4)], ['p for b.0', 'q for a.0']],
    ["of a page's OPTIONS request",             [request('a', 1, { method: 'OPTIONS' }), preflight('p', 2, 'OPTIONS')],      ['p for a.0']],
    ['to none if there is no request',          [preflight('p', 2)],                                                         []],
    ['never to another preflight',              [preflight('p', 1, 'OPTIONS'), preflight('q', 2, 'OPTIONS')],                []],
    ['blocked before its headers were shown',   [request('a', 1, { requestHeaders: null }), request('p', 2, { method: 'OPTIONS', requestHeaders: null }, { end: { how: 'failed', atMs: 3, error: '' } })], ['p for a.0']],
    ["or is the page's own OPTIONS request",    [request('a', 1), request('p', 2, { method: 'OPTIONS', requestHeaders: null }, { end: { how: 'failed', atMs: 3, error: '' } })], []],
  ])('%s', (_, exchanges, pairs) => {
    expect(inShort(exchanges)).toEqual(pairs);
  });

  test('belongs to the hop of a redirected request that it was made for', () => {
    const hops = [
      { url, method: 'PUT', startedAtMs: 1, response: { status: 307, headerList: [] }, headersAtMs: 4 },
      { url, method: 'PUT', startedAtMs: 5, response: null, headersAtMs: null },
    ];
    const redirected = exchangeFacts(hops, { id: 'a', end: null });
    expect(inShort([redirected, preflight('p', 2), preflight('q', 6)])).toEqual(['p for a.0', 'q for a.1']);
  });

  // biome-ignore format: a table
  test.each<[string, Partial<HopFacts>, string | null]>([
    ['announces a method',                { method: 'OPTIONS', requestHeaders: [['access-control-request-method', 'PUT']] }, 'PUT'],
    ["is not a page's OPTIONS request",   { method: 'OPTIONS', requestHeaders: [['Origin', 'https://page.example']] },       null],
    ['is not known yet without headers',  { method: 'OPTIONS', requestHeaders: null },                                       null],
    ['is never a GET',                    { method: 'GET', requestHeaders: [['Access-Control-Request-Method', 'PUT']] },     null],
  ])('%s', (_, hop, method) => {
    expect(preflightedMethod(exchangeFacts([hop]))).toBe(method);
  });
});

test('a hundred requests for one URL are paired without reading headers repeatedly', () => {
  let reads = 0;
  const counted = (facts: ExchangeFacts): ExchangeFacts => {
    const [hop] = facts.hops as [HopFacts];
    const seen = { ...hop };
    const get = () => {
      reads++;
      return hop.requestHeaders;
    };
    Object.defineProperty(seen, 'requestHeaders', { get });
    return { ...facts, hops: [seen] };
  };
  const sent = { requestHeaders: [['X-Foo', '1']] } as const;
  const all = Array.from({ length: 100 }, (_, index) => [
    counted(request(`a${index}`, index, sent)),
    counted(preflight(`p${index}`, 100 + index, 'PUT', {}, 'x-foo')),
  ]).flat();
  expect(inShort(all)).toEqual(Array.from({ length: 100 }, (_, index) => `p${index} for a${index}.0`));
  expect(reads / all.length).toBeLessThan(10);
});
