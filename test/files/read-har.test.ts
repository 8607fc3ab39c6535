import { describe, expect, test } from 'vitest';
import { registrableDomain, relationOf } from '../../src/engine/site';
import { comparedFile } from '../../src/files/compared-file';
import { readCompared, readWhole } from '../support/compared-file';

interface Sent {
  readonly atMs?: number;
  readonly tookMs?: number;
  readonly status?: number;
  readonly to?: string;
  readonly asks?: string | undefined;
  readonly type?: string;
}

function entry(line: string, { atMs = 0, tookMs = 10, status = 200, to, asks, type }: Sent = {}) {
  const [method, url] = line.split(' ');
  return {
    startedDateTime: new Date(Date.UTC(2026, 11, 2) + atMs).toISOString(),
    time: tookMs,
    request: {
      method,
      url: `https://api.example${url}`,
      headers: asks ? [{ name: 'Access-Control-Request-Method', value: asks }] : [],
    },
    response: { status, headers: to ? [{ name: 'Location', value: to }] : [] },
    _resourceType: type,
  };
}

async function requestsOf(...entries: readonly object[]) {
  return (await readCompared('x.har', JSON.stringify({ log: { entries } }))).requests;
}

/** The hops of each request as one text. */
const chainsOf = async (...entries: readonly object[]) =>
  (await requestsOf(...entries)).map(({ hops }) =>
    hops.map(({ method, url }) => `${method} ${new URL(url).pathname}`).join(' > '),
  );

describe('a redirect chain of a HAR file', () => {
  const moved = (status: number, method = 'GET') => entry(`${method} /a`, { status, to: '/b' });

  test.each([
    ['of the same method', moved(302), entry('GET /b', { atMs: 11 }), true],
    ['of GET after a POST and 302', moved(302, 'POST'), entry('GET /b', { atMs: 11 }), true],
    ['of GET after a PUT and 303', moved(303, 'PUT'), entry('GET /b', { atMs: 11 }), true],
    ['of GET after a POST and 307', moved(307, 'POST'), entry('GET /b', { atMs: 11 }), false],
    ['of another method', moved(302), entry('PUT /b', { atMs: 11 }), false],
    ['that started earlier', moved(302), entry('GET /b', { atMs: -1 }), false],
    ['that started a minute later', moved(302), entry('GET /b', { atMs: 60_000 }), false],
    [
      'without a time',
      { ...moved(302), startedDateTime: null },
      { ...entry('GET /b'), startedDateTime: null },
      true,
    ],
  ])('is continued by a request %s: %#', async (_, redirect, next, isContinued) => {
    expect(await chainsOf(redirect, next)).toHaveLength(isContinued ? 1 : 2);
  });

  test('is continued after a slow preflight', async () => {
    const redirect = entry('PUT /a', { status: 307, to: '/b' });
    const preflight = entry('OPTIONS /b', { atMs: 11, tookMs: 30_000, asks: 'PUT' });
    expect(await chainsOf(redirect, preflight, entry('PUT /b', { atMs: 30_011 }))).toEqual([
      'PUT /a > PUT /b',
    ]);
  });

  test('of two at once has its own continuation each', async () => {
    expect(
      await chainsOf(
        entry('GET /a', { status: 302, to: '/c' }),
        entry('GET /b', { atMs: 1, status: 302, to: '/c' }),
        entry('GET /c', { atMs: 11 }),
        entry('GET /c', { atMs: 12 }),
      ),
    ).toEqual(['GET /a > GET /c', 'GET /b > GET /c']);
  });

  test('has at most 30 requests', async () => {
    const loop = Array.from({ length: 70 }, (_, at) =>
      entry('GET /a', { atMs: at * 10, status: 302, to: '/a' }),
    );
    expect((await requestsOf(...loop)).map(({ hops }) => hops.length)).toEqual([30, 30, 10]);
  });
});

describe('a request of a HAR file', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'signed-exchange'])(
    'of type %s is taken for a fetch()',
    async (type) => {
      expect((await requestsOf(entry('GET /', { type })))[0]?.kind).toBe('fetch');
    },
  );

  test('has the first preflight for its method and URL', async () => {
    const preflight = (status: number) => entry('OPTIONS /a', { status, asks: 'PUT' });
    const put = entry('PUT /a');
    const found = await requestsOf(preflight(201), put, entry('GET /a'), preflight(202), put, put);
    expect(found.map(({ hops }) => hops[0]?.preflight?.status)).toEqual([201, undefined, 202, undefined]);
  });

  test('is read among 50,000', async () => {
    const each = (line: string, asks?: string) => Array.from({ length: 25_000 }, () => entry(line, { asks }));
    const entries = [...each('OPTIONS /a', 'PUT'), ...each('GET /a')];
    const file = await readWhole('x.har', JSON.stringify({ log: { entries } }));
    const { candidates } = comparedFile(file, { relationOf, registrableDomain });
    expect(candidates).toHaveLength(50_000);
  });
});

describe('the end of a request in a HAR file', () => {
  const origin = 'https://app.example';
  const asked = (status: number, headers: Readonly<Record<string, string>>, error?: string) => ({
    request: {
      method: 'GET',
      url: 'https://api.example/',
      headers: [
        { name: 'Host', value: 'api.example' },
        { name: 'Origin', value: origin },
      ],
    },
    response: {
      status,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      ...(error && { _error: error, _failureText: error }),
    },
    _resourceType: 'fetch',
  });
  const outcomeOf = async (creator: string, browser: string, entry: object) => {
    const log = { creator: { name: creator }, browser: { name: browser }, entries: [entry] };
    return (await readCompared('x.har', JSON.stringify({ log }))).requests[0]?.outcome;
  };
  const exact = { 'Access-Control-Allow-Origin': origin };

  // biome-ignore format: a table
  test.each([
    // program        browser     answer                                            outcome
    ['WebInspector', '',         asked(200, exact),                                'allowed'],
    ['WebInspector', '',         asked(200, {}, 'net::ERR_FAILED'),                'blocked'],
    ['WebInspector', '',         asked(0, {}, 'net::ERR_FAILED'),                  'unknown'],
    ['WebInspector', '',         asked(0, {}, 'net::ERR_CONNECTION_REFUSED'),      'failed'],
    ['WebInspector', '',         asked(0, {}),                                     'unknown'],
    ['Playwright',   'chromium', asked(200, exact),                                'allowed'],
    ['Playwright',   'chromium', asked(-1, {}, 'net::ERR_FAILED'),                 'unknown'],
    ['Playwright',   'chromium', asked(-1, {}, 'net::ERR_NAME_NOT_RESOLVED'),      'failed'],
    ['Firefox',      'Firefox',  asked(200, { 'Access-Control-Allow-Origin': '*' }), 'unknown'],
    ['Firefox',      'Firefox',  asked(200, {}),                                   'blocked'],
    ['mitmproxy',    '',         asked(200, {}),                                   'blocked'],
    ['mitmproxy',    '',         asked(200, exact),                                'unknown'],
  ])('of %s (%s) is known as far as it is written: %#', async (creator, browser, entry, outcome) => {
    expect(await outcomeOf(creator, browser, entry)).toBe(outcome);
  });
});

describe('a preflight without its request', () => {
  const preflight = (status: number, headers: Readonly<Record<string, string>>) => ({
    startedDateTime: '2026-12-03T08:00:00.000Z',
    time: 5,
    request: {
      method: 'OPTIONS',
      url: 'https://api.example/items',
      headers: [
        { name: 'Origin', value: 'https://app.example' },
        { name: 'Access-Control-Request-Method', value: 'PUT' },
        { name: 'Access-Control-Request-Headers', value: 'authorization' },
      ],
    },
    response: { status, headers: Object.entries(headers).map(([name, value]) => ({ name, value })) },
  });
  const readLog = (entries: readonly object[]) =>
    readCompared('x.har', JSON.stringify({ log: { creator: { name: 'mitmproxy' }, entries } }));
  const allowed = {
    'Access-Control-Allow-Origin': 'https://app.example',
    'Access-Control-Allow-Methods': 'PUT',
    'Access-Control-Allow-Headers': 'Authorization',
  };

  test('shows the request that a browser did not send', async () => {
    const { requests } = await readLog([preflight(403, allowed)]);
    expect(requests).toMatchObject([{ outcome: 'blocked', hops: [{ method: 'PUT' }] }]);
    expect(requests[0]?.hops).toMatchObject([{ preflight: { status: 403 } }]);
  });

  test('leaves open what followed if it passed', async () => {
    const { requests } = await readLog([preflight(204, allowed)]);
    expect(requests).toMatchObject([{ outcome: 'unknown', hops: [{ method: 'PUT' }] }]);
  });

  test('belongs to the redirect that it follows', async () => {
    const redirect = {
      startedDateTime: '2026-12-03T07:59:59.900Z',
      time: 90,
      request: {
        method: 'PUT',
        url: 'https://app.example/go',
        headers: [{ name: 'Origin', value: 'https://app.example' }],
      },
      response: { status: 307, headers: [{ name: 'Location', value: 'https://api.example/items' }] },
    };
    const { requests } = await readLog([redirect, preflight(403, allowed)]);
    expect(requests).toMatchObject([{ outcome: 'blocked', hops: [{}, { preflight: { status: 403 } }] }]);
  });
});

test('members of a HAR file mean the same in any order', async () => {
  const creator = { name: 'WebInspector', version: '537.36' };
  // Chrome lists provisional headers, without a host, of what it did not send.
  const request = { method: 'PUT', url: 'https://api.example/', headers: [{ name: 'X-A', value: '1' }] };
  const entries = [
    { startedDateTime: '2026-12-03T08:00:00.000Z', time: 1, request, response: { status: 0, headers: [] } },
  ];
  const read = async (log: object) => {
    const file = await readWhole('x.har', JSON.stringify({ log }));
    return file.exchanges;
  };
  const usual = await read({ version: '1.2', creator, entries });
  expect(usual[0]?.hops[0]?.requestHeaders).toBeNull();
  expect(await read({ entries, creator, version: '1.2' })).toEqual(usual);
});

test.each([
  [5, 1],
  [60, 2],
])('a redirect that is followed %i seconds later is %i request(s)', async (seconds, count) => {
  const at = (second: number) => new Date(Date.UTC(2026, 11, 3, 8, 0, second)).toISOString();
  const entries = [
    {
      startedDateTime: at(0),
      time: 10,
      request: { method: 'GET', url: 'https://app.example/go', headers: [] },
      response: { status: 302, headers: [{ name: 'Location', value: 'https://api.example/' }] },
    },
    {
      startedDateTime: at(seconds),
      time: 10,
      request: { method: 'GET', url: 'https://api.example/', headers: [] },
      response: { status: 200, headers: [] },
    },
  ];
  expect((await readWhole('x.har', JSON.stringify({ log: { entries } }))).exchanges).toHaveLength(count);
});
