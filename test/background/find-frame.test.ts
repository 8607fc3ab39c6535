import { describe, expect, test } from 'vitest';
import { byList, byWays } from '../../src/background/find-frame';
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
    expect(byList(frames)(path)).toBe(frameId);
  });
});

test('a frame that the list lacks is found by its own word', () => {
  const frameAt = byWays([
    [9, [[2, 3]]],
    [10, null],
  ]);
  expect(frameAt([[2, 3]])).toBe(9);
  expect(frameAt([[0, 3]])).toBeNull();
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
    names.note('1/0', { documentId: 'a', origin: 'https://a.example', length: 3, hash: 7 });
    names.note('1/0', { documentId: 'b', origin: 'https://b.example', length: 3, hash: 7 });
    expect(names.before('1/0', 'b', { length: 3, hash: 7 })).toEqual({
      origin: 'https://a.example',
      hadSameValue: true,
    });
    expect(names.before('1/0', 'c', { length: 4, hash: 7 })).toEqual({
      origin: 'https://b.example',
      hadSameValue: false,
    });
    expect(names.before('1/5', 'c', { length: 4, hash: 7 })).toBeNull();
  });
});
