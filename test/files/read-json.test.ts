import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTextCutter } from '../../src/files/cut-texts';
import { type JsonProblem, openJsonReader } from '../../src/files/read-json';

/** Reads pieces of JSON. Returns the values at the paths, and what is wrong. */
function readPieces(pieces: readonly string[], paths: readonly string[] = ['$.list.*', '$.name']) {
  const values: (readonly [string, unknown])[] = [];
  const reader = openJsonReader(paths, (path, value) => values.push([path, value]));
  let problem: JsonProblem | null = null;
  for (const piece of pieces) problem ??= reader.write(piece);
  return { values, problem: problem ?? reader.end() };
}

/** Cuts a text into pieces of these lengths, in turn. */
function piecesOf(text: string, lengths: readonly number[]): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const length = lengths[turn % lengths.length] ?? 1;
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}

const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });

describe('JSON in pieces', () => {
  test('has the values at the wanted paths, wherever it is cut', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(fc.array(value), value, fc.boolean(), lengths, (list, name, isSpaced, cuts) => {
        const json = JSON.stringify({ other: [list, name], list, name }, null, isSpaced ? 1 : 0);
        const { values, problem } = readPieces(piecesOf(json, cuts));
        expect(problem).toBeNull();
        const plain = JSON.parse(json);
        const wanted = [...plain.list.map((each: unknown) => ['$.list.*', each]), ['$.name', plain.name]];
        expect(values).toEqual(wanted);
      }),
    );
  });

  test('with the key __proto__ makes no prototype', () => {
    const { values } = readPieces(['{"list":[{"__proto__":{"a":1}}]}']);
    const [[, item] = []] = values;
    expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
  });

  test('that throws at a value throws that', () => {
    const reader = openJsonReader(['$.a'], () => {
      throw new RangeError('of the caller');
    });
    expect(() => reader.write('{"a":1}')).toThrow('of the caller');
  });
});

describe('the place where a text stops being JSON', () => {
  // biome-ignore format: a table
  test.each([
    // text                      column, code
    ['',                          1, 'cut'],
    ['{',                         2, 'cut'],
    ['{"a"',                      5, 'cut'],
    ['{"a": tr',                  9, 'cut'],
    ['["\\u00',                   7, 'cut'],
    ['[1, 2',                     6, 'cut'],
    ['{"a": hello}',              7, 'not-json'],
    ['[1 2]',                     4, 'not-json'],
    ['[1,]',                      4, 'not-json'],
    ['{"a":1,}',                  8, 'not-json'],
    ['{a:1}',                     2, 'not-json'],
    ['[1}',                       3, 'not-json'],
    ['[] []',                     4, 'not-json'],
    ['["a\nb"]',                  4, 'not-json'],
    ['["é€😀", x]',              10, 'not-json'],
    ['[01]',                      3, 'not-json'],
    ['['.repeat(200),           101, 'too-deep'],
  ])('in %j is column %d: %s', (text, column, code) => {
    expect(readPieces([text]).problem).toEqual({ code, place: { line: 1, column } });
  });

  test('counts the lines of all pieces', () => {
    const lines = ['{\n "a": 1,\n', ' "b": 2,\n "c"', ': x}'];
    expect(readPieces(lines).problem).toEqual({ code: 'not-json', place: { line: 4, column: 7 } });
  });

  test('is the end for every cut text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), lengths, (value, seed, cuts) => {
        const json = JSON.stringify([value]);
        const cut = json.slice(0, seed % json.length);
        expect(readPieces(piecesOf(cut, cuts)).problem).toEqual({
          code: 'cut',
          place: { line: 1, column: cut.length + 1 },
        });
      }),
    );
  });

  test('accepts and refuses what JSON.parse does', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '\\u00e9',
      '1',
      '-0.5e3',
      '.',
      'true',
      'nul',
      ' ',
      '\n',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), lengths, (parts, cuts) => {
        const text = `[${parts.join('')}`;
        let isValid = true;
        try {
          JSON.parse(text);
        } catch {
          isValid = false;
        }
        expect(readPieces(piecesOf(text, cuts)).problem === null).toBe(isValid);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('long texts in JSON', () => {
  const cutting = (json: string, cuts: readonly number[], maxLength: number) => {
    const cut = openTextCutter(maxLength);
    return piecesOf(json, cuts).map(cut).join('');
  };

  test('are cut, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 60 })),
        lengths,
        fc.integer({ min: 5, max: 30 }),
        (texts, cuts, maxLength) => {
          const json = JSON.stringify({ texts });
          const cut: { texts: string[] } = JSON.parse(cutting(json, cuts, maxLength));
          expect(cut.texts).toHaveLength(texts.length);
          for (const [index, text] of texts.entries()) {
            const left = cut.texts[index] ?? '';
            const length = JSON.stringify(text).length - 2;
            if (length <= maxLength) expect(left).toBe(text);
            else expect(text.startsWith(left.replace(/[\ud800-\udfff]$/, ''))).toBe(true);
          }
        },
      ),
    );
  });

  test('leave hardly more than the limit, however they are written', () => {
    for (const text of [
      'x'.repeat(1e6),
      '\\"key\\":'.repeat(1e5),
      'word\\n'.repeat(1e5),
      '\\u00e9'.repeat(1e5),
      '\\n'.repeat(1e6),
    ]) {
      const left = cutting(`["${text}", 7]`, [65_536], 1_000);
      expect(left.endsWith('", 7]')).toBe(true);
      expect(left.length).toBeLessThan(65_536 * 2);
    }
  });

  test('so do long numbers, and what stands around them stays', () => {
    for (const cuts of [[300_000], [65_536]]) {
      const left = cutting(`{"a": [1, ${'1'.repeat(200_000)}, 2.5], "b": "${'7'.repeat(900)}"}`, cuts, 1_000);
      expect(left.length).toBeLessThan(10_000);
      expect(JSON.parse(left)).toMatchObject({ a: [1, expect.any(Number), 2.5], b: '7'.repeat(900) });
    }
  });
});

test('a value of more tokens than files have is refused with the place', () => {
  const { problem } = readPieces([
    `{"log": {"entries": [{"headers": [`,
    ...Array(5).fill('1,'.repeat(500_000)),
  ]);
  expect(problem).toMatchObject({ code: 'long-item', place: { line: 1 } });
});
