import { expect, test } from 'vitest';
import { inParts } from '../../src/protocol/parts';

const large = (n: number) => ({ n, url: 'u'.repeat(65_536), headerNames: ['h'.repeat(65_536)] });

test('keeps a small list whole', () => {
  expect(inParts([1, 2, 3])).toEqual([[1, 2, 3]]);
  expect(inParts([])).toEqual([]);
});

test('splits a list by its number of items', () => {
  expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
});

test('splits a list long before it reaches the limit of browsers', () => {
  const items = Array.from({ length: 2_000 }, (_, n) => large(n));
  const parts = inParts(items, 1_000);
  expect(parts.flat()).toEqual(items);
  const sizes = parts.map((part) => JSON.stringify(part).length);
  expect(Math.max(...sizes)).toBeLessThan(1_000_000);
  expect(parts.length).toBeLessThan(1_000);
});

test('puts an item that is too large into a list of its own', () => {
  const item = 'x'.repeat(10_000_000);
  expect(inParts([1, item, 2]).map((part) => part.length)).toEqual([1, 1, 1]);
});
