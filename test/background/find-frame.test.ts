import { describe, expect, test } from 'vitest';
import { openTree } from '../../src/background/find-frame';
import { openNameMemory } from '../../src/background/name-memory';
import { framePath } from '../../src/content/whereabouts';

/** top ─ 5 ─ 7, 8; top ─ 6 */
const frames = [
  { frameId: 0, parentFrameId: -1 },
  { frameId: 5, parentFrameId: 0 },
  { frameId: 7, parentFrameId: 5 },
  { frameId: 6, parentFrameId: 0 },
  { frameId: 8, parentFrameId: 5 },
];

describe('the frame at the end of a way', () => {
  // biome-ignore format: a table
  test.each<[readonly (readonly [number, number])[], number | null]>([
    [[],                 0],
    [[[0, 2]],           5],
    [[[1, 2]],           6],
    [[[0, 2], [1, 2]],   8],
    [[[1, 3]],           null],   // the tree has changed since
    [[[2, 2]],           null],
    [[[1, 2], [0, 1]],   null],
  ])('%j is %j', (path, frameId) => {
    expect(openTree(frames)(path)).toBe(frameId);
  });
});

describe('the frame at the end of a way, where the list lacks some', () => {
  /** Between 5 and 6, before 7, and one that is gone. */
  const frameAt = openTree(frames, [
    [9, [[1, 3]]],
    [
      10,
      [
        [0, 3],
        [0, 3],
      ],
    ],
    [11, null],
  ]);
  // biome-ignore format: a table
  test.each<[readonly (readonly [number, number])[], number | null]>([
    [[[0, 3]],           5],
    [[[1, 3]],           9],
    [[[2, 3]],           6],
    [[[0, 3], [0, 3]],   10],
    [[[0, 3], [1, 3]],   7],
    [[[0, 3], [2, 3]],   8],
    [[[0, 2]],           null],
    [[[3, 3]],           null],
    [[[1, 3], [0, 1]],   null],
  ])('%j is %j', (path, frameId) => {
    expect(frameAt(path)).toBe(frameId);
  });
});

describe('the frame at the end of a path that a script reported', () => {
  /** The browser does not list two children of the top frame, whose scripts are not running yet. */
  const frameAt = openTree(frames, [
    [6, [[2, 4]]],
    [8, [[3, 4]]],
    [9, [[3, 4]]],
  ]);
  // biome-ignore format: a table
  test.each<[readonly (readonly [number, number])[], number | null]>([
    [[[2, 4]],           6],
    [[[1, 4]],           null],
    [[[2, 5]],           null],   // the tree has changed since
    [[[3, 4]],           null],   // two frames reported it
  ])('%j is %j', (path, frameId) => {
    expect(frameAt(path)).toBe(frameId);
  });
});

test('the way to a window is told by its parents', () => {
  const tree = (children: readonly object[]): Window => {
    const top: Record<string, unknown> = { length: children.length };
    top.parent = top;
    for (const [index, child] of children.entries()) top[index] = Object.assign(child, { parent: top });
    return top as unknown as Window;
  };
  const [first, second] = [{ length: 0 }, { length: 0 }];
  const top = tree([first, second]);
  expect(framePath(top)).toEqual([]);
  expect(framePath(second as unknown as Window)).toEqual([[1, 2]]);
  expect(framePath({ length: 0, parent: top } as unknown as Window)).toBeNull();
});

describe('what was left in window.name', () => {
  test('is that of the document before, whoever told of the present one first', () => {
    const names = openNameMemory();
    const of = (documentId: string, frameId = 0) => ({
      frameId,
      documentId,
      origin: `https://${documentId}.example`,
    });
    names.note(1, of('a'), { length: 3, hash: 7 });
    names.note(1, of('b'), { length: 3, hash: 7 });
    expect(names.before(1, of('b'), { length: 3, hash: 7 })).toEqual({
      origin: 'https://a.example',
      hadSameValue: true,
    });
    expect(names.before(1, of('c'), { length: 4, hash: 7 })).toEqual({
      origin: 'https://b.example',
      hadSameValue: false,
    });
    expect(names.before(1, of('c', 5), { length: 4, hash: 7 })).toBeNull();
    expect(names.before(2, of('c'), { length: 4, hash: 7 })).toBeNull();
  });
});
