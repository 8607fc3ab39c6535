import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeaderList } from '../../../src/engine';
import { assemble, documentGone, sweep } from '../../../src/exchange/facts/assemble';
import { type Assembly, openAssembly } from '../../../src/exchange/facts/assembly';
import type { RequestEvent } from '../../../src/exchange/facts/facts';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import { completed, failed, received, redirected, sent, started } from '../../support/facts';
import { parseRecordings } from '../../support/recording';
import { runs } from '../../support/runs';

const recorded = (['chromium', 'firefox'] as const).flatMap((name) =>
  parseRecordings(
    readFileSync(fileURLToPath(new URL(`../../fixtures/${name}.txt`, import.meta.url)), 'utf8'),
    name === 'chromium' ? 'chrome' : 'firefox',
  ).map((recording) => ({ ...recording, name: `${name}, ${recording.name}` })),
);

function assembled(events: readonly RequestEvent[]): ReadonlyMap<string, ExchangeFacts> {
  const assembly = openAssembly();
  for (const event of events) assemble(assembly, event);
  return assembly.exchanges;
}

describe('events assemble to the same facts in any order', () => {
  test.each(recorded)('$name', ({ events }) => {
    const inOrder = assembled(events);
    fc.assert(
      fc.property(fc.shuffledSubarray([...events], { minLength: events.length }), (shuffled) => {
        expect(assembled(shuffled)).toEqual(inOrder);
      }),
      { numRuns: runs(20) },
    );
  });
});

describe('an assembly', () => {
  const url = 'https://api.example/';
  const ids = (assembly: Assembly) => [...assembly.exchanges.keys()];
  const get = (assembly: Assembly, id: string) => assembly.exchanges.get(id)!;
  const put = (requestId: string, atMs: number) => started({ requestId, atMs, method: 'PUT' });
  const asks: HeaderList = [['Access-Control-Request-Method', 'PUT']];
  const options = (requestId: string, atMs: number) => [
    started({ requestId, atMs, method: 'OPTIONS' }),
    sent(requestId, atMs + 1, asks),
  ];
  const take = (events: readonly RequestEvent[], resumed: readonly ExchangeFacts[] = []) => {
    const assembly = openAssembly(resumed);
    for (const event of events) assemble(assembly, event);
    return assembly;
  };

  test('keeps events without a start, and counts them once they are old', () => {
    const assembly = take([received('1', 1_000, 200), completed('1', 1_001)]);
    expect(ids(assembly)).toEqual([]);
    expect(sweep(assembly, 5_000).startedBefore).toEqual([]);
    expect(sweep(assembly, 6_001).startedBefore).toEqual(['1']);
    expect(sweep(assembly, 9_000).startedBefore).toEqual([]);
  });

  test('forgets an exchange five seconds after its end, and counts it as seen', () => {
    const assembly = take([started(), completed('1', 1_001)]);
    sweep(assembly, 6_000);
    expect(ids(assembly)).toEqual(['1']);
    expect(sweep(assembly, 6_001)).toEqual({ changed: [], startedBefore: [] });
    expect(ids(assembly)).toEqual([]);
    expect(assembly.events.size + assembly.lastEventAtMs.size + assembly.before.size).toBe(0);
  });

  test('keeps a preflight while its request is open', () => {
    const assembly = take([put('a', 1_000), ...options('p', 1_001), completed('p', 1_003)]);
    sweep(assembly, 60_000);
    expect(ids(assembly)).toEqual(['a', 'p']);
    assemble(assembly, completed('a', 61_000));
    sweep(assembly, 66_000);
    expect(ids(assembly)).toEqual([]);
  });

  test('returns both when a preflight is paired, and the request when the preflight ends', () => {
    const assembly = take([put('a', 1_000), started({ requestId: 'p', atMs: 1_001, method: 'OPTIONS' })]);
    const changedBy = (event: RequestEvent) =>
      assemble(assembly, event)
        .map(({ id }) => id)
        .sort();
    expect(changedBy(sent('p', 1_002, asks))).toEqual(['a', 'p']);
    expect(changedBy(received('p', 1_003, 204))).toEqual(['p']);
    expect(changedBy(completed('p', 1_004, 204))).toEqual(['a', 'p']);
  });

  test('closes a preflight without an end event when its request ends', () => {
    const assembly = take([put('a', 1_000), ...options('p', 1_001), failed('a', 1_400, 'net::ERR_ABORTED')]);
    expect(get(assembly, 'p').end).toEqual({ how: 'closed', atMs: 1_400, because: 'request-ended' });
  });

  test('does not give a retry the preflight of another attempt', () => {
    const assembly = take([
      put('a', 1_000),
      failed('a', 1_001, 'net::ERR_BLOCKED_BY_CLIENT'),
      put('b', 1_100),
      ...options('p', 1_101),
    ]);
    expect(get(assembly, 'p').preflightFor).toEqual({ exchange: 'b', hop: 0 });
    expect(get(assembly, 'a').hops[0]?.preflight).toBeNull();
  });

  test('closes the exchanges of a document that is gone, except those that outlive it', () => {
    const assembly = take([
      started({ requestId: 'a' }),
      started({ requestId: 'b', documentId: 'd2' }),
      started({ requestId: 'c', resourceType: 'ping' }),
      started({ requestId: 'd', resourceType: 'beacon' }),
    ]);
    expect(documentGone(assembly, 'd1', 2_000).map(({ id }) => id)).toEqual(['a']);
    expect(get(assembly, 'a').end).toEqual({ how: 'closed', atMs: 2_000, because: 'document-gone' });
  });

  test('reopens a closed exchange if a later event arrives', () => {
    const assembly = take([started()]);
    documentGone(assembly, 'd1', 2_000);
    assemble(assembly, received('1', 2_500, 200));
    expect(get(assembly, '1').end).toBeNull();
    assemble(assembly, failed('1', 2_600, 'net::ERR_ABORTED'));
    expect(get(assembly, '1').end).toEqual({ how: 'failed', atMs: 2_600, error: 'net::ERR_ABORTED' });
  });

  test('immediately closes a redirect to a scheme that browsers do not follow', () => {
    const assembly = take([started()]);
    assemble(assembly, redirected('1', 1_005, 'foo:bar'));
    expect(get(assembly, '1').end).toEqual({ how: 'closed', atMs: 1_005, because: 'redirect-scheme' });
  });

  test("treats Firefox's silence after a service worker's fetch event as its answer", () => {
    const assembly = take([started()]);
    assemble(assembly, redirected('1', 1_005, url, 'service-worker'));
    expect(sweep(assembly, 3_004).changed).toEqual([]);
    expect(sweep(assembly, 3_005).changed.map(({ end }) => end)).toEqual([
      { how: 'closed', atMs: 3_005, because: 'service-worker' },
    ]);
  });

  test("gives events after a service worker's fallback to the hop that was sent", () => {
    const assembly = take([
      started(),
      redirected('1', 1_001, url, 'service-worker'),
      started({ atMs: 1_001 }),
      sent('1', 1_002, [['Origin', 'https://page.example']]),
      received('1', 1_003, 200),
    ]);
    expect(get(assembly, '1').hops).toMatchObject([
      { internal: 'service-worker', requestHeaders: null, response: null },
      { internal: null, requestHeaders: [['Origin', 'https://page.example']], response: { status: 200 } },
    ]);
  });

  describe('of a request that is repeated with a password', () => {
    const challenge: HeaderList = [['WWW-Authenticate', 'Basic realm="x"']];
    const authorized: HeaderList = [['Authorization', 'Basic dTpw']];
    const cookie: HeaderList = [['Set-Cookie', 'sid=1']];
    const chrome: readonly RequestEvent[] = [
      started(),
      sent('1', 1_001, []),
      received('1', 1_002, 401, challenge),
      { ...completed('1', 1_004), type: 'response-started', headerList: cookie } as RequestEvent,
      completed('1', 1_005),
    ];
    const firefox: readonly RequestEvent[] = [
      started(),
      sent('1', 1_001, []),
      received('1', 1_002, 401, challenge),
      // In the same millisecond (measured).
      started({ atMs: 1_002 }),
      sent('1', 1_002, authorized),
      received('1', 1_004, 200, cookie),
      { ...completed('1', 1_004), type: 'response-started', headerList: null } as RequestEvent,
      completed('1', 1_005),
    ];

    test.each([
      ['Chrome', chrome, []],
      ['Firefox', firefox, authorized],
    ])('has the final response, in %s and in any order', (_, events, requestHeaders) => {
      fc.assert(
        fc.property(fc.shuffledSubarray([...events], { minLength: events.length }), (shuffled) => {
          expect(get(take(shuffled), '1')).toMatchObject({
            startedAtMs: 1_000,
            hops: [
              {
                startedAtMs: 1_000,
                requestHeaders,
                response: { status: 200, headerList: cookie },
                responseStartedAtMs: 1_004,
              },
            ],
            end: { how: 'completed', status: 200 },
          });
          expect(get(take(shuffled), '1').hops).toHaveLength(1);
        }),
        { numRuns: runs(30) },
      );
    });

    test('has no response until the second one', () => {
      expect(get(take(firefox.slice(0, 5)), '1').hops).toMatchObject([{ response: null }]);
    });

    test('has the response of a redirect', () => {
      const response = { status: 302, headerList: cookie };
      const to = 'https://api.example/x';
      const leading: RequestEvent = {
        ...redirected('1', 1_004, to),
        type: 'redirected',
        to,
        internal: null,
        response,
      };
      expect(get(take([...chrome.slice(0, 3), leading]), '1').hops).toMatchObject([
        { response, redirectedTo: to },
      ]);
    });

    test('keeps a challenge that is the final response', () => {
      const events = [
        ...chrome.slice(0, 3),
        { ...completed('1', 1_004, 401), type: 'response-started', headerList: challenge } as RequestEvent,
        completed('1', 1_005, 401),
      ];
      expect(get(take(events), '1').hops).toMatchObject([
        { response: { status: 401, headerList: challenge } },
      ]);
    });

    test('keeps the link to the request of a preflight', () => {
      const [start, ...others] = options('p', 1_001);
      const again = options('p', 1_004);
      const events = [put('a', 1_000), start!, ...others, received('p', 1_003, 401, challenge), ...again];
      const assembly = take([...events, received('p', 1_006, 204), completed('p', 1_007, 204)]);
      expect(get(assembly, 'p')).toMatchObject({
        preflightFor: { exchange: 'a', hop: 0 },
        hops: [{ response: { status: 204 } }],
      });
      expect(get(assembly, 'a').hops[0]?.preflight).toBe('p');
    });
  });

  test('never closes an exchange only because of time', () => {
    const assembly = take([started()]);
    expect(sweep(assembly, 3_600_000).changed).toEqual([]);
  });

  describe('restored after a stop', () => {
    const open = () => [...take([started(), sent('1', 1_001, [])]).exchanges.values()];

    test('continues its exchanges', () => {
      const assembly = take([received('1', 2_000, 200), completed('1', 2_001)], open());
      expect(get(assembly, '1')).toMatchObject({
        end: { how: 'completed' },
        hops: [{ response: { status: 200 } }],
      });
    });

    test('accepts their events in any order', () => {
      const assembly = take([completed('1', 2_001), received('1', 2_000, 200)], open());
      expect(get(assembly, '1')).toMatchObject({
        end: { how: 'completed' },
        hops: [{ response: { status: 200 } }],
      });
    });

    test('gives them the events that came before them', () => {
      const assembly = take([received('1', 2_000, 200), completed('1', 2_001)]);
      for (const facts of open()) assembly.exchanges.set(facts.id, facts);
      assembly.resumed.add('1');
      const { changed } = sweep(assembly, 3_000);
      expect(changed).toMatchObject([{ end: { how: 'completed' }, hops: [{ response: { status: 200 } }] }]);
    });

    test('closes those that are silent for ten seconds', () => {
      const assembly = openAssembly(open(), 20_000);
      expect(sweep(assembly, 29_999).changed).toEqual([]);
      expect(sweep(assembly, 30_000).changed.map(({ end }) => end)).toEqual([
        { how: 'closed', atMs: 30_000, because: 'background-stopped' },
      ]);
    });

    test('closes one whose document goes before its next event', () => {
      const assembly = openAssembly(open(), 20_000);
      documentGone(assembly, 'd1', 21_000);
      sweep(assembly, 60_000);
      expect([assembly.exchanges.size, assembly.lastEventAtMs.size, assembly.resumed.size]).toEqual([
        0, 0, 0,
      ]);
    });

    test('keeps those that have events', () => {
      const assembly = openAssembly(open(), 20_000);
      assemble(assembly, received('1', 25_000, 200));
      expect(sweep(assembly, 60_000).changed).toEqual([]);
    });
  });
});
