import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/diagnosis/compare/compare';
import { readFileText } from '../../../src/report/read/read-file';

type Headers = readonly (readonly [string, string])[];

const hop = (responseHeaders: Headers = []) => ({
  url: 'https://api.example/',
  method: 'GET',
  status: 200,
  responseHeaders,
});

function requestsOf(...exchanges: readonly object[]) {
  const file = readFileText('x.json', JSON.stringify({ schema: 'corscope/report@1', exchanges }));
  if (typeof file === 'string') throw new Error(file);
  return file.requests;
}

describe('the finding of a report', () => {
  const blocked = (place: unknown) => ({
    id: 'a',
    outcome: 'blocked',
    hops: [hop(), hop()],
    findings: [{ code: 'allow-origin-missing', severity: 'error', hop: place }],
  });

  test.each([0, 1])('at hop %d is read', (place) => {
    expect(requestsOf(blocked(place))[0]?.finding?.hop).toBe(place);
  });

  test.each([2, 4_294_967_295, 1e10, -1, 0.5, '0', null, undefined])('at hop %s is left out', (place) => {
    const [read] = requestsOf(blocked(place));
    expect(read?.finding).toBeNull();
    expect(compare(read!, { ...read!, outcome: 'allowed' }).result).toBe('unexplained');
  });

  test('names at most 200 headers', () => {
    const finding = { code: 'preflight-header-not-allowed', severity: 'error', hop: 0 };
    const missingNames = Array.from({ length: 9_000 }, (_, index) => `x-${index}`).join(',');
    const read = requestsOf({
      id: 'a',
      hops: [hop()],
      findings: [{ ...finding, evidence: { missingNames } }],
    });
    expect(read[0]?.finding?.missingNames).toHaveLength(200);
  });
});

describe('a request of a report', () => {
  test('has an id of its own, also if the file has it twice', () => {
    const ids = requestsOf({ id: 'a', hops: [hop()] }, { id: 'a', hops: [hop()] }).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  test('has at most 30 hops, and each list at most 200 headers', () => {
    const many = Array.from({ length: 999 }, (_, index) => [`x-${index}`, ''] as const);
    const [read] = requestsOf({ id: 'a', hops: Array.from({ length: 90 }, () => hop(many)) });
    expect(read?.hops).toHaveLength(30);
    expect(read?.hops[0]?.response?.headers).toHaveLength(200);
  });
});

describe('the document of a request of a report', () => {
  const load = (id: string, second: number, kind = 'document') => ({
    id,
    kind,
    frame: { frameId: 3 },
    startedAt: `2026-12-02T08:00:0${second}.000Z`,
    hops: [hop([['x-load', id]])],
  });

  test.each([
    ['the last before it', load('r', 3, 'fetch'), 'b'],
    ['the last of the same moment', load('r', 4, 'fetch'), 'd'],
    ['none before the first', load('r', 0, 'fetch'), undefined],
    ['none for a document', load('r', 5, 'document'), undefined],
    ['the one before for a frame', load('r', 2, 'frame'), 'b'],
    ['none of another frame', { ...load('r', 5, 'fetch'), frame: { frameId: 4 } }, undefined],
  ])('is %s', (_, request, expected) => {
    // Not in the order of time.
    const loads = [load('c', 4), load('d', 4), load('a', 1), load('b', 2)];
    const read = requestsOf(...loads, request).at(-1);
    expect(read?.document?.[0]?.[1]).toBe(expected);
  });

  test('is found among 25,000', () => {
    const at = (second: number) => new Date(Date.UTC(2026, 0) + second * 1_000).toISOString();
    const each = (index: number) => [
      { ...load('load', 0), startedAt: at(index) },
      { ...load('r', 0, 'fetch'), startedAt: at(0) },
    ];
    requestsOf(...Array.from({ length: 25_000 }, (_, index) => each(index)).flat());
  });
});
