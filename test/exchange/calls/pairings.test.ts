import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pairing, pairingsInTime, pairingsOf } from '../../../src/exchange/calls/pairings';

type Shown = readonly (readonly [request: number, calls: readonly number[]])[];

/** Returns the possible calls of each request that is in a group. */
function shown(pairings: readonly Pairing<number, number>[]): Shown {
  return pairings
    .flatMap((pairing) => pairing.requests.map((request) => [request, pairing.possible(request)] as const))
    .sort(([a], [b]) => a - b);
}

/** Finds the calls of each request by trying all ways to give requests calls. */
function byTrying(calls: number, fitting: readonly (readonly number[])[]): Shown {
  let most = 0;
  let ways: (readonly (number | null)[])[] = [];
  const go = (way: readonly (number | null)[]) => {
    if (way.length === fitting.length) {
      const size = way.filter((call) => call !== null).length;
      if (size > most) [most, ways] = [size, []];
      if (size === most) ways.push(way);
      return;
    }
    go([...way, null]);
    for (const call of fitting[way.length] ?? []) if (!way.includes(call)) go([...way, call]);
  };
  go([]);
  const all = [...Array(calls).keys()];
  return fitting.flatMap((own, request) => {
    // A request that may remain without a call can be of each of its calls.
    const isLeft = ways.some((way) => way[request] === null);
    const possible = all.filter((call) =>
      isLeft ? own.includes(call) : ways.some((way) => way[request] === call),
    );
    return possible.length > 0 ? [[request, possible] as const] : [];
  });
}

const calls = fc.integer({ min: 1, max: 5 });
const indices = (count: number) => [...Array(count).keys()];

describe('the possible calls of requests', () => {
  test('are those of all ways that leave the fewest requests without a call', () => {
    const inputs = calls.chain((count) =>
      fc.tuple(fc.constant(count), fc.array(fc.subarray(indices(count)), { minLength: 1, maxLength: 5 })),
    );
    fc.assert(
      fc.property(inputs, ([count, fitting]) => {
        const found = pairingsOf(indices(count), [...fitting.keys()], (call, request) =>
          (fitting[request] ?? []).includes(call),
        );
        expect(shown(found)).toEqual(byTrying(count, fitting));
      }),
    );
  });

  test('are the same where only time tells them apart', () => {
    const inputs = fc.tuple(calls, fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 6 }));
    fc.assert(
      fc.property(inputs, ([count, unsorted]) => {
        const before = unsorted.map((each) => Math.min(each, count)).sort((a, b) => a - b);
        const isAfter = (request: number, call: number) => call < (before[request] ?? 0);
        const requests = [...before.keys()];
        const inTime = pairingsInTime(indices(count), requests, isAfter);
        const byFit = pairingsOf(indices(count), requests, (call, request) => isAfter(request, call));
        expect(shown(inTime)).toEqual(shown(byFit));
        const groupsOf = (pairings: typeof inTime) => pairings.map((each) => [each.calls, each.requests]);
        expect(groupsOf(inTime)).toEqual(groupsOf(byFit));
      }),
    );
  });

  test('are all where there are too many pairs to examine', () => {
    const found = pairingsOf(indices(100), indices(100), (call, request) => call === request);
    expect(shown(found)).toEqual(indices(100).map((request) => [request, indices(100)]));
  });

  test('have a partner each where there are enough', () => {
    const [pairing] = pairingsOf(indices(3), indices(3), (call, request) => call !== request);
    const partners = indices(3).map((request) => pairing?.partner(request));
    expect([...partners].sort()).toEqual(indices(3));
    for (const [request, call] of partners.entries()) expect(call).not.toBe(request);
  });
});
