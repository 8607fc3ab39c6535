import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinHints } from '../../../src/exchange/calls/join-hints';
import { upgradedUrl } from '../../../src/exchange/calls/reported-call';
import type { ExchangeFacts, HopFacts } from '../../../src/protocol/facts';
import type { PageCall, ReportedCall } from '../../../src/protocol/page-hints';
import { exchangeFacts, hopFacts } from '../../support/facts';
import { headers } from '../../support/http';
import { elementCall, pageCall, reportedCall } from '../../support/page-hints';
import { runs } from '../../support/runs';

const url = 'https://api.example/';

function request(id: string, startedAtMs: number, part: Partial<ExchangeFacts> = {}, hop = {}) {
  return exchangeFacts([{ url, startedAtMs, requestHeaders: null, ...hop }], {
    id,
    requestId: id,
    startedAtMs,
    ...part,
  });
}

/** Summarizes a join: `1: a` is joined, `2: a or b` is ambiguous; then the calls that are alone. */
function inShort(calls: readonly ReportedCall[], requests: readonly ExchangeFacts[]) {
  const { byExchange, alone } = joinHints(calls, requests);
  const joined = [...byExchange].map(
    ([id, { call, possible }]) =>
      `${id}: ${call?.call.id ?? possible.map((each) => each.call.id).join(' or ')}`,
  );
  return [...joined.sort(), ...alone.map(({ call }) => `alone ${call.id}`).sort()];
}

describe('a URL after every upgrade', () => {
  // biome-ignore format: a table
  test.each([
    ['http://a.example/x#y',   'https://a.example/x'],
    ['https://a.example/x',    'https://a.example/x'],
    ['ws://a.example/',        'wss://a.example/'],
    ['http://a.example:8080/', 'https://a.example:8080/'],
  ])('%s is %s', (before, after) => {
    expect(upgradedUrl(before)).toBe(after);
  });
});

describe('a call joins the request', () => {
  const include = { credentialsMode: 'include' } as const;

  // biome-ignore format: a table
  test.each<[string, readonly ReportedCall[], readonly ExchangeFacts[], readonly string[]]>([
    // what                                    calls                                                                     requests                                                    joined
    ['that follows it',                        [reportedCall({ id: 'a' })],                                                     [request('1', 1_000)],                                      ['1: a']],
    ['whose clock is a little behind',         [reportedCall({ id: 'a', atMs: 1_040 })],                                        [request('1', 1_000)],                                      ['1: a']],
    ['not an earlier one',                     [reportedCall({ id: 'a', atMs: 1_060 })],                                        [request('1', 1_000)],                                      ['alone a']],
    ['of its URL without a name and password', [reportedCall({ id: 'a' })],                                                    [request('1', 1_000, {}, { url: 'https://u:p@api.example/' })], ['1: a']],
    ['of its URL without the fragment',        [reportedCall({ id: 'a', url: `${url}#x` })],                                    [request('1', 1_000)],                                      ['1: a']],
    ['after an upgrade',                       [reportedCall({ id: 'a', url: 'http://api.example/' })],                         [request('1', 1_000)],                                      ['1: a']],
    ['with its method',                        [reportedCall({ id: 'a', method: 'put' }), reportedCall({ id: 'b' })],                  [request('1', 1_000), request('2', 1_001, {}, { method: 'PUT' })], ['1: b', '2: a']],
    ['of its kind',                            [reportedCall({ id: 'a', api: 'beacon' }), reportedCall({ id: 'b', method: 'POST' })],  [request('1', 1_000, {}, { method: 'POST' }), request('2', 1_001, { type: 'ping' }, { method: 'POST' })], ['1: b', '2: a']],
    ['but not a preflight',                    [reportedCall({ id: 'a' })],                                                     [request('1', 1_000), request('p', 1_001, { preflightFor: { exchange: '1', hop: 0 } })], ['1: a']],
    ['in order if several are alike',          [reportedCall({ id: 'a' }), reportedCall({ id: 'b', atMs: 1_000 })],                    [request('1', 1_001), request('2', 1_002)],                 ['1: a', '2: b']],
    ['not if they differ',                     [reportedCall({ id: 'a' }), reportedCall({ id: 'b', atMs: 1_000, ...include })],        [request('1', 1_001), request('2', 1_002)],                 ['1: a or b', '2: a or b']],
    ['in turn if they differ',                 [reportedCall({ id: 'a' }), reportedCall({ id: 'b', atMs: 1_500, ...include })],        [request('1', 1_001), request('2', 1_502)],                 ['1: a', '2: b']],
    ['not if there are more calls',            [reportedCall({ id: 'a' }), reportedCall({ id: 'b', atMs: 1_000 })],                    [request('1', 1_001)],                                      ['1: a or b']],
    ['not if there are more requests',         [reportedCall({ id: 'a' })],                                                     [request('1', 1_000), request('2', 1_010)],                 ['1: a', '2: a']],
    ['by the exact URL, if that matches all',  [reportedCall({ id: 'a', url: 'http://api.example/' }), reportedCall({ id: 'b', ...include })], [request('1', 1_001), request('2', 1_002, {}, { url: 'http://api.example/' })], ['1: b', '2: a']],
    ['long after it, if it is the only one',   [reportedCall({ id: 'a' })],                                                     [request('1', 9_000)],                                      ['1: a']],
    ['not long after it, if there are two',    [reportedCall({ id: 'a' })],                                                     [request('1', 9_000), request('2', 9_500)],                 ['alone a']],
    ['never a minute later',                   [reportedCall({ id: 'a' })],                                                     [request('1', 61_000)],                                     ['alone a']],
    ['whatever method it hides',               [reportedCall({ id: 'a', method: null })],                                       [request('1', 1_000, {}, { method: 'PUT' })],               ['1: a']],
    ['never if it threw before',               [{ ...reportedCall({ id: 'a' }), threw: 'SecurityError' }],                      [request('1', 1_000)],                                      ['alone a']],
    ['even if it threw after',                 [{ ...reportedCall({ id: 'a', api: 'xhr' }), threw: 'NetworkError' }],           [request('1', 1_000)],                                      ['1: a']],
  ])('%s', (_, calls, requests, joined) => {
    expect(inShort(calls, requests)).toEqual(joined);
  });

  // biome-ignore format: a table
  test.each<[string, readonly ReportedCall[], readonly ExchangeFacts[], readonly string[]]>([
    ['of fetchLater() long after it',         [reportedCall({ id: 'a', api: 'fetchLater' })],            [request('1', 90_000)],                       ['1: a']],
    ['of fetchLater() only with its headers', [reportedCall({ id: 'a', api: 'fetchLater', headerNames: ['x-a'] })], [request('1', 9_000, {}, { requestHeaders: headers('Origin: https://page.example') })], ['alone a']],
    ['of fetch() rather than of fetchLater()', [reportedCall({ id: 'a', api: 'fetchLater' }), reportedCall({ id: 'b', atMs: 1_500 })], [request('1', 1_501)], ['1: b', 'alone a']],
  ])('%s', (_, calls, requests, joined) => {
    expect(inShort(calls, requests)).toEqual(joined);
  });

  test('but joins none for certain if there are more requests than calls', () => {
    const { byExchange } = joinHints([reportedCall({ id: 'a' })], [request('1', 1_000), request('2', 1_010)]);
    expect([...byExchange.values()].map(({ call }) => call)).toEqual([null, null]);
  });

  test('with only the fields that indistinguishable calls share', () => {
    const at = (line: string) => ({ stack: [line] });
    const calls = [
      reportedCall({ id: 'a', api: 'xhr', callSite: at('a.js:1') }, 'load'),
      reportedCall({ id: 'b', api: 'xhr', atMs: 1_000, callSite: at('a.js:2') }, 'error'),
    ];
    const { byExchange } = joinHints(calls, [request('1', 1_001), request('2', 1_002)]);
    expect(byExchange.get('1')).toMatchObject({ call: { end: null, call: { id: 'a', callSite: null } } });
  });
});

describe('what the browser sent tells calls apart', () => {
  const page = 'Origin: https://page.example\nSec-Fetch-Mode: cors\nSec-Fetch-Site: cross-site';
  const two = (a: Partial<PageCall>, b: Partial<PageCall>) => [
    reportedCall({ id: 'a', ...a }),
    reportedCall({ id: 'b', atMs: 1_000, ...b }),
  ];
  const made = (first: string, second: string, part: readonly Partial<HopFacts>[] = []) =>
    [first, second].map((lines, index) =>
      request(String(index + 1), 1_001 + index, {}, { requestHeaders: headers(lines), ...part[index] }),
    );
  const preflight = (id: string, exchange: string, names: string) =>
    exchangeFacts(
      [
        {
          url,
          method: 'OPTIONS',
          requestHeaders: headers(
            `Access-Control-Request-Method: POST\nAccess-Control-Request-Headers: ${names}`,
          ),
        },
      ],
      { id, requestId: id, preflightFor: { exchange, hop: 0 } },
    );
  const post = (id: string, preflightId: string) =>
    request(id, 1_001, {}, { method: 'POST', preflight: preflightId });
  const location = { requestHeaders: null, response: { status: 302, headerList: [] } };

  // biome-ignore format: a table
  test.each<[string, readonly ReportedCall[], readonly ExchangeFacts[], readonly string[]]>([
    // by                                     calls                                                                          requests                                                      joined
    ['the mode',                              two({}, { mode: 'no-cors' }),                                                  made('Sec-Fetch-Mode: no-cors', page),                        ['1: b', '2: a']],
    ['the origin, over plain http:',          two({}, { mode: 'no-cors' }),                                                  made('Accept: */*', 'Origin: https://page.example'),          ['1: b', '2: a']],
    ['the names of headers',                  two({ headerNames: ['x-a'] }, { headerNames: ['x-a', 'x-b'] }),                made(`${page}\nx-b: 1\nx-a: 1`, `${page}\nx-a: 1`),          ['1: b', '2: a']],
    ['the names that preflights announce',    two({ method: 'POST', headerNames: ['x-a'] }, { method: 'POST', headerNames: ['x-a', 'x-b'] }), [post('1', 'p'), post('2', 'q'), preflight('p', '1', 'x-a,x-b'), preflight('q', '2', 'x-a')], ['1: b', '2: a']],
    ['a preflight with a body type',          two({ method: 'POST', headerNames: ['content-type'] }, { method: 'POST', headerNames: ['content-type', 'mcp-session-id'] }), [post('1', 'p'), post('2', 'q'), preflight('p', '1', 'content-type,mcp-session-id'), preflight('q', '2', 'content-type')], ['1: b', '2: a']],
    ['cookies',                               two({ credentialsMode: 'omit' }, { credentialsMode: 'include' }),              made(`${page}\nCookie: a=1`, page),                           ['1: b', '2: a']],
    ['the access to storage',                 two({}, { credentialsMode: 'include' }),                                       made(`${page}\nSec-Fetch-Storage-Access: none`, page),        ['1: b', '2: a']],
    ['the type of an event stream',           two({ api: 'event-source', headerNames: null }, {}),                           made(page, `${page}\nAccept: text/event-stream`),             ['1: b', '2: a']],
    ['a redirect that was followed',          two({ redirectMode: 'manual' }, {}),                                           [request('1', 1_001, { hops: [hopFacts({ url, ...location }), hopFacts()] }), request('2', 1_002)], ['1: b', '2: a']],
    ['what is left for the others',           two({}, { mode: null }),                                                       made('Sec-Fetch-Mode: no-cors', page),                        ['1: b', '2: a']],
    ['but not by a header that was added',    two({}, { mode: 'no-cors' }),                                                  made(`${page}\nx-extension: 1`, 'Sec-Fetch-Mode: no-cors'),   ['1: a', '2: b']],
    ['and leaves a call alone that sent none', two({ mode: 'no-cors' }, {}),                                                 made(page, page).slice(0, 1),                                 ['1: b', 'alone a']],
    ['but not by what is not visible',        two({ credentialsMode: 'omit' }, {}),                                          made(page, page),                                             ['1: a or b', '2: a or b']],
  ])('%s', (_, calls, requests, joined) => {
    expect(inShort(calls, requests)).toEqual(joined);
  });

  test('also a request to its own origin, in a frame of another site', () => {
    const requestHeaders = headers('Sec-Fetch-Site: same-origin\nSec-Fetch-Storage-Access: none');
    const own = request('1', 1_001, { origin: new URL(url).origin }, { requestHeaders });
    expect(inShort([reportedCall({ id: 'a' })], [own])).toEqual(['1: a']);
  });

  test('and knows that one of the calls made the request, unless there are too few', () => {
    const calls = two({ credentialsMode: 'omit' }, {});
    const requests = [...made(page, page), request('3', 1_003, {}, { requestHeaders: headers(page) })];
    const known = (some: readonly ExchangeFacts[]) =>
      [...joinHints(calls, some).byExchange.values()].map(({ isOneOfThem }) => isOneOfThem);
    expect(known(requests.slice(0, 1))).toEqual([true]);
    expect(known(requests.slice(0, 2))).toEqual([true, true]);
    expect(known(requests)).toEqual([false, false, false]);
  });
});

describe('the report of an element', () => {
  test('is certain for no request if there are fewer reports', () => {
    const reports = [img('a', 1_110, null, 'error')];
    const { byExchange } = joinHints(reports, [image('1', 1_000), image('2', 1_001)]);
    const joined = [...byExchange.values()].map(({ call, isOneOfThem }) => [call, isOneOfThem]);
    expect(joined).toEqual([
      [null, false],
      [null, false],
    ]);
  });

  const img = (
    id: string,
    atMs: number,
    crossOrigin: 'anonymous' | null,
    end: 'load' | 'error' = 'load',
  ) => ({
    call: elementCall('img', { id, atMs }, crossOrigin),
    end,
    threw: null,
  });
  const image = (id: string, startedAtMs: number, lines: string | null = null) =>
    request(
      id,
      startedAtMs,
      { type: 'image', end: { how: 'completed', atMs: startedAtMs + 100, status: 200 } },
      { requestHeaders: lines === null ? null : headers(lines) },
    );
  const refused: Partial<ExchangeFacts> = {
    hops: [hopFacts({ url, requestHeaders: null, responseStartedAtMs: null })],
    end: { how: 'failed', atMs: 1_100, error: 'net::ERR_FAILED' },
  };

  // biome-ignore format: a table
  test.each<[string, readonly ReportedCall[], readonly ExchangeFacts[], readonly string[]]>([
    ['belongs to the request that ended before',      [img('a', 1_110, null)],                            [image('1', 1_000)],                     ['1: a']],
    ['belongs to one request with others',            [img('a', 1_110, null), img('b', 1_111, null)],     [image('1', 1_000)],                     ['1: a']],
    ['is ambiguous if the options differ',            [img('a', 1_110, null), img('b', 1_111, 'anonymous')], [image('1', 1_000)],                  ['1: a or b']],
    ['is ambiguous if the ends differ',               [img('a', 1_110, null), img('b', 1_111, null, 'error')], [image('1', 1_000)],                ['1: a or b']],
    ['belongs to no request that ended long before',  [img('a', 9_000, null)],                            [image('1', 1_000)],                     ['alone a']],
    ['belongs to the request with its mode',          [img('a', 1_110, 'anonymous', 'error')],            [image('1', 1_000, 'Sec-Fetch-Mode: no-cors'), image('2', 1_001, 'Sec-Fetch-Mode: cors\nOrigin: https://page.example')], ['2: a']],
    ['belongs to one request, not to two',            [img('a', 1_110, null, 'error')],                   [image('1', 1_000), image('2', 1_001)],  ['1: a', '2: a']],
    ['belongs to each request in turn',               [img('a', 1_110, null), img('b', 1_310, null)],     [image('1', 1_000), image('2', 1_200)],  ['1: a', '2: b']],
    ['of a load belongs to no failed request',        [img('a', 1_110, null)],                            [{ ...image('1', 1_000), ...refused }, image('2', 1_001)], ['2: a']],
    ['belongs to no fetch',                           [img('a', 1_110, null)],                            [request('1', 1_000)],                   ['alone a']],
  ])('%s', (_, calls, requests, joined) => {
    expect(inShort(calls, requests)).toEqual(joined);
  });
});

/**
 * Fetches that differ in a field that a verdict uses, each with its request or blocked before it made one.
 */
const traffic = fc
  .array(
    fc.record({
      gapMs: fc.constantFrom(0, 3, 40, 300, 1_500, 2_500, 40_000),
      delayMs: fc.constantFrom(1, 5, 30, 400, 1_900),
      credentialsMode: fc.constantFrom('omit', 'same-origin', 'include'),
      method: fc.constantFrom('GET', 'PUT'),
      isUpgraded: fc.boolean(),
      isStopped: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((each) => {
    let atMs = 1_000;
    return each.map(({ gapMs, delayMs, credentialsMode, method, isUpgraded, isStopped }, index) => {
      atMs += gapMs;
      const asked = isUpgraded ? 'http://api.example/' : url;
      const call = pageCall({
        id: `c${index}`,
        atMs,
        credentialsMode,
        method,
        url: asked,
      } as Partial<PageCall>);
      const made = isStopped ? null : request(`r${index}`, atMs + delayMs, {}, { method });
      return { call: { call, end: null, threw: null } satisfies ReportedCall, made };
    });
  });

describe('in any order of calls and requests', () => {
  const all = (each: readonly { call: ReportedCall; made: ExchangeFacts | null }[]) => ({
    calls: each.map(({ call }) => call),
    requests: each.flatMap(({ made }) => made ?? []),
  });

  test('no request gets the modes of another call', () => {
    // Only its number distinguishes a blocked call from one that was made, so all calls are made here.
    fc.assert(
      fc.property(traffic, (each) => {
        const made = each.filter(({ made }) => made !== null);
        const { calls, requests } = all(made);
        for (const [id, { call }] of joinHints(calls, requests).byExchange) {
          const own = made.find((one) => one.made?.id === id)?.call.call;
          if (call) expect(call.call.credentialsMode).toBe(own?.credentialsMode);
        }
      }),
      { numRuns: runs(2_000) },
    );
  });

  test('no request gets them if some calls were blocked, as long as requests follow promptly', () => {
    fc.assert(
      fc.property(traffic, (each) => {
        const prompt = each.filter(({ call, made }) => !made || made.startedAtMs - call.call.atMs < 40);
        const { calls, requests } = all(prompt);
        for (const [id, { call }] of joinHints(calls, requests).byExchange) {
          const own = prompt.find((one) => one.made?.id === id)?.call.call;
          if (call) expect(call.call.credentialsMode).toBe(own?.credentialsMode);
        }
      }),
      { numRuns: runs(2_000) },
    );
  });

  test('the order of reports and requests does not matter', () => {
    fc.assert(
      fc.property(
        traffic.chain((each) => {
          const { calls, requests } = all(each);
          return fc.tuple(
            fc.constant({ calls, requests }),
            fc.shuffledSubarray(calls, { minLength: calls.length }),
            fc.shuffledSubarray(requests, { minLength: requests.length }),
          );
        }),
        ([{ calls, requests }, otherCalls, otherRequests]) => {
          const [one, other] = [joinHints(calls, requests), joinHints(otherCalls, otherRequests)];
          expect(new Map(other.byExchange)).toEqual(new Map(one.byExchange));
          expect(other.alone.map(({ call }) => call.id).sort()).toEqual(
            one.alone.map(({ call }) => call.id).sort(),
          );
        },
      ),
    );
  });

  test('each call is joined, possible or alone, and a joined one has the same URL and method', () => {
    fc.assert(
      fc.property(traffic, (each) => {
        const { calls, requests } = all(each);
        const { byExchange, alone } = joinHints(calls, requests);
        const joined = [...byExchange.values()].flatMap(({ call }) => (call ? [call.call.id] : []));
        const possible = [...byExchange.values()].flatMap((one) => one.possible.map(({ call }) => call.id));
        expect(new Set(joined).size).toBe(joined.length);
        const placed = new Set([...joined, ...possible, ...alone.map(({ call }) => call.id)]);
        expect(placed.size).toBe(calls.length);
        for (const [id, { call }] of byExchange) {
          const made = requests.find((one) => one.id === id)?.hops[0];
          if (call) expect(call.call.method).toBe(made?.method);
        }
      }),
    );
  });
});
