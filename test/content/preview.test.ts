import { describe, expect, test } from 'vitest';
import { dataPreview, textPreview } from '../../src/content/preview';

const text = (value: unknown, max = 2048) => dataPreview(value, max).text;

describe('the preview of data', () => {
  // biome-ignore format: a table
  test.each<[unknown, string]>([
    // value                                          preview
    ['a "b"',                                         '"a \\"b\\""'],
    [5,                                               '5'],
    [-0,                                              '-0'],
    [10n,                                             '10n'],
    [null,                                            'null'],
    [undefined,                                       'undefined'],
    [[1, [2, '3']],                                   '[1, [2, "3"]]'],
    [{ a: 1, 'b c': { d: true } },                    '{a: 1, "b c": {d: true}}'],
    [new Date(0),                                     'Date(1970-01-01T00:00:00.000Z)'],
    [/x/g,                                            '/x/g'],
    [new Map([['k', new Set([1])]]),                  'Map [["k", Set [1]]]'],
    [new Uint8Array(8),                               'Uint8Array(8 bytes)'],
    [new ArrayBuffer(4),                              'ArrayBuffer(4 bytes)'],
    [new TypeError('no'),                             'TypeError("no")'],
    [{ a: { b: { c: { d: { e: { f: 1 } } } } } },     '{a: {b: {c: {d: {e: {f: 1}}}}}}'],
    [[[[[[[[1]]]]]]],                                 '[[[[[[…]]]]]]'],
  ])('of %o', (value, preview) => {
    expect(text(value)).toBe(preview);
  });

  test('has a length only if it is complete', () => {
    expect(dataPreview('x'.repeat(10), 2048)).toEqual({ text: `"${'x'.repeat(10)}"`, length: 12 });
    expect(dataPreview('x'.repeat(10_000_000), 2048)).toEqual({
      text: expect.stringMatching(/^"x{1000}"… \(10000000\)$/),
      length: null,
    });
    expect(dataPreview(Array(5000).fill(12345), 2048)).toMatchObject({ length: null });
  });

  test('is never longer than the limit, however large the value', () => {
    const wide = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, n) => [`key ${n}`, 'value'.repeat(n % 50)]),
    );
    const deep = [wide, wide, [wide, { wide }]];
    for (const value of [wide, deep, Array(1_000_000).fill(deep)]) {
      expect(text(value, 500).length).toBeLessThanOrEqual(500);
    }
    expect(text(Array(200).fill(1))).toMatch(/^\[(1, ){100}… \(200\)\]$/);
  });

  test('writes a repeated object once, and then its path', () => {
    const user = { id: 1 };
    expect(text({ from: user, to: [user, user] })).toBe(
      '{from: {id: 1}, to: [[Same as from], [Same as from]]}',
    );
    expect(text([[user], { a: user }])).toBe('[[{id: 1}], {a: [Same as 0.0]}]');
    expect(text(new Map([['a', user]]))).toBe('Map [["a", {id: 1}]]');
  });

  test('reads each object once, however often it occurs', () => {
    let looks = 0;
    const leaf = new Proxy(
      { a: 1, b: 1 },
      {
        ownKeys(target) {
          looks++;
          return Reflect.ownKeys(target);
        },
      },
    );
    let dag: object = leaf;
    for (let level = 0; level < 5; level++) dag = { a: dag, b: dag };
    expect(text(dag)).toBe(
      '{a: {a: {a: {a: {a: {a: 1, b: 1}, b: [Same as a.a.a.a.a]}, b: [Same as a.a.a.a]}, b: [Same as a.a.a]}, b: [Same as a.a]}, b: [Same as a]}',
    );
    expect(looks).toBe(1);
  });

  test('ends at a cycle and runs no getter', () => {
    let wasRead = false;
    const cyclic: Record<string, unknown> = {
      get bad() {
        wasRead = true;
        return 1;
      },
    };
    cyclic.self = cyclic;
    expect(text(cyclic)).toBe('{bad: undefined, self: [Circular]}');
    expect(wasRead).toBe(false);
  });

  test('marks a value that is not readable', () => {
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    expect(text([hostile, 1])).toBe('[{[not readable], 1]');
  });
});

test('gives the preview of a text its full length', () => {
  expect(textPreview('abcdef', 3)).toEqual({ text: 'abc', length: 6 });
});
