import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPuttingOff } from '../../src/content/putting-off';

const shown = { defaultView: {} } as Document;
const gone = { defaultView: null } as Document;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (run: (deadline: object) => void) =>
    setTimeout(() => run({ timeRemaining: () => 1 })),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Deferred work, kept alive as a document keeps its own. */
function open() {
  const [ran, kept] = [[] as string[], [] as object[]];
  const puttingOff = openPuttingOff();
  const add = (name: string, document = shown) => {
    const putOff = {
      document,
      run() {
        if (name === 'throws') throw new Error(name);
        ran.push(name);
      },
    };
    kept.push(putOff);
    puttingOff.add(putOff);
  };
  return { ...puttingOff, ran, kept, add };
}

test('runs deferred work once, later, unless its document is gone', async () => {
  const { add, ran } = open();
  add('a');
  add('b', gone);
  add('c');
  expect(ran).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(ran).toEqual([]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(ran).toEqual(['a', 'c']);
});

test('runs deferred work at once when a document hurries, and defers later work again', async () => {
  const { add, ran, hurry } = open();
  add('a');
  hurry();
  expect(ran).toEqual(['a']);
  add('b');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(ran).toEqual(['a', 'b']);
});

test('runs the remaining work after one that throws', async () => {
  const { add, ran } = open();
  add('throws');
  add('a');
  await expect(vi.advanceTimersByTimeAsync(200)).rejects.toThrow('throws');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(ran).toEqual(['a']);
});
