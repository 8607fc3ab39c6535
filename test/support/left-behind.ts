import { afterAll, beforeAll, expect, vi } from 'vitest';

// Unit tests share their globals with the files that run after them. A file that leaves something behind fails
// here, and not the next one.

let before: ReadonlySet<PropertyKey>;
// By now the file has loaded its modules, which may add what a browser would have.
beforeAll(() => {
  before = new Set(Reflect.ownKeys(globalThis));
});
afterAll(() => {
  expect(vi.isFakeTimers()).toBe(false);
  expect(Reflect.ownKeys(globalThis).filter((name) => !before.has(name))).toEqual([]);
});
