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

describe('in whatever order events arrive, they assemble to the same facts', () => {
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

  test('holds what it saw no beginning of, and counts it once it is old', () => {
    const assembly = take([received('1', 1_000, 200), completed('1', 1_001)]);
    expect(ids(assembly)).toEqual([]);
    expect(sweep(assembly, 5_000).begunBefore).toEqual([]);
    expect(sweep(assembly, 6_001).begunBefore).toEqual(['1']);
    expect(sweep(assembly, 9_000).begunBefore).toEqual([]);
  });

  test('forgets an exchange five seconds after its end, and counts it as seen', () => {
    const assembly = take([started(), completed('1', 1_001)]);
    sweep(assembly, 6_000);
    expect(ids(assembly)).toEqual(['1']);
    expect(sweep(assembly, 6_001)).toEqual({ changed: [], begunBefore: [] });
    expect(ids(assembly)).toEqual([]);
    expect(assembly.events.size + assembly.heardAtMs.size + assembly.before.size).toBe(0);
  });

  test('keeps a preflight as long as its request is open', () => {
    const assembly = take([put('a', 1_000), ...options('p', 1_001), completed('p', 1_003)]);
    sweep(assembly, 60_000);
    expect(ids(assembly)).toEqual(['a', 'p']);
    assemble(assembly, completed('a', 61_000));
    sweep(assembly, 66_000);
    expect(ids(assembly)).toEqual([]);
  });

  test('tells of both when a preflight is paired, and of the request when the preflight ends', () => {
    const assembly = take([put('a', 1_000), started({ requestId: 'p', atMs: 1_001, method: 'OPTIONS' })]);
    const told = (event: RequestEvent) =>
      assemble(assembly, event)
        .map(({ id }) => id)
        .sort();
    expect(told(sent('p', 1_002, asks))).toEqual(['a', 'p']);
    expect(told(received('p', 1_003, 204))).toEqual(['p']);
    expect(told(completed('p', 1_004, 204))).toEqual(['a', 'p']);
  });

  test('closes a preflight that nobody ends when its request does', () => {
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

  test('closes what belonged to a document that is gone, but not what outlives it', () => {
    const assembly = take([
      started({ requestId: 'a' }),
      started({ requestId: 'b', documentId: 'd2' }),
      started({ requestId: 'c', resourceType: 'ping' }),
      started({ requestId: 'd', resourceType: 'beacon' }),
    ]);
    expect(documentGone(assembly, 'd1', 2_000).map(({ id }) => id)).toEqual(['a']);
    expect(get(assembly, 'a').end).toEqual({ how: 'closed', atMs: 2_000, because: 'document-gone' });
  });

  test('opens again what it closed, if that is heard of after all', () => {
    const assembly = take([started()]);
    documentGone(assembly, 'd1', 2_000);
    assemble(assembly, received('1', 2_500, 200));
    expect(get(assembly, '1').end).toBeNull();
    assemble(assembly, failed('1', 2_600, 'net::ERR_ABORTED'));
    expect(get(assembly, '1').end).toEqual({ how: 'failed', atMs: 2_600, error: 'net::ERR_ABORTED' });
  });

  test('closes a redirect to what no browser follows, at once', () => {
    const assembly = take([started()]);
    assemble(assembly, redirected('1', 1_005, 'foo:bar'));
    expect(get(assembly, '1').end).toEqual({ how: 'closed', atMs: 1_005, because: 'redirect-scheme' });
  });

  test("takes Firefox's silence after it asked a service worker for its answer", () => {
    const assembly = take([started()]);
    assemble(assembly, redirected('1', 1_005, url, 'service-worker'));
    expect(sweep(assembly, 3_004).changed).toEqual([]);
    expect(sweep(assembly, 3_005).changed.map(({ end }) => end)).toEqual([
      { how: 'closed', atMs: 3_005, because: 'service-worker' },
    ]);
  });

  test('gives what a service worker let pass to the hop that went out', () => {
    const assembly = take([
      started(),
      redirected('1', 1_001, url, 'service-worker'),
      started({ atMs: 1_001 }),
      sent('1', 1_002, [['Origin', 'https://page.example']]),
      received('1', 1_003, 200),
    ]);
    expect(get(assembly, '1').hops).toMatchObject([
      { internal: 'service-worker', requestHeaders: null, status: null },
      { internal: null, requestHeaders: [['Origin', 'https://page.example']], status: 200 },
    ]);
  });

  test('never closes by time alone', () => {
    const assembly = take([started()]);
    expect(sweep(assembly, 3_600_000).changed).toEqual([]);
  });

  describe('that takes exchanges back after a stop', () => {
    const open = () => [...take([started(), sent('1', 1_001, [])]).exchanges.values()];

    test('goes on with them', () => {
      const assembly = take([received('1', 2_000, 200), completed('1', 2_001)], open());
      expect(get(assembly, '1')).toMatchObject({ end: { how: 'completed' }, hops: [{ status: 200 }] });
    });

    test('in whatever order their events come', () => {
      const assembly = take([completed('1', 2_001), received('1', 2_000, 200)], open());
      expect(get(assembly, '1')).toMatchObject({ end: { how: 'completed' }, hops: [{ status: 200 }] });
    });

    test('gives them the events that came before them', () => {
      const assembly = take([received('1', 2_000, 200), completed('1', 2_001)]);
      for (const facts of open()) assembly.exchanges.set(facts.id, facts);
      assembly.resumed.add('1');
      const { changed } = sweep(assembly, 3_000);
      expect(changed).toMatchObject([{ end: { how: 'completed' }, hops: [{ status: 200 }] }]);
    });

    test('gives up on those that stay silent for ten seconds', () => {
      const assembly = openAssembly(open(), 20_000);
      expect(sweep(assembly, 29_999).changed).toEqual([]);
      expect(sweep(assembly, 30_000).changed.map(({ end }) => end)).toEqual([
        { how: 'closed', atMs: 30_000, because: 'background-stopped' },
      ]);
    });

    test('forgets one whose document goes before it was heard of', () => {
      const assembly = openAssembly(open(), 20_000);
      documentGone(assembly, 'd1', 21_000);
      sweep(assembly, 60_000);
      expect([assembly.exchanges.size, assembly.heardAtMs.size, assembly.resumed.size]).toEqual([0, 0, 0]);
    });

    test('but not on those that are heard of', () => {
      const assembly = openAssembly(open(), 20_000);
      assemble(assembly, received('1', 25_000, 200));
      expect(sweep(assembly, 60_000).changed).toEqual([]);
    });
  });
});
