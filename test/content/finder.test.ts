import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FinderContext, openFinder } from '../../src/content/finder';
import type { FramePath, Place, Whereabouts } from '../../src/protocol/content';

/** A window with `count` frames, as far as a finder reads it. */
function openTop(count: number) {
  let looks = 0;
  const top: Record<string | number, unknown> = { length: count };
  Object.assign(top, { parent: top, top });
  const frames = Array.from({ length: count }, () => ({ parent: top, top, length: 0 }));
  for (const [index, frame] of frames.entries()) {
    Object.defineProperty(top, index, {
      configurable: true,
      get() {
        looks++;
        return frame;
      },
    });
  }
  return { top, frames: frames as unknown as readonly Window[], looks: () => looks };
}

const tree = openTop(400);
beforeEach(() => void vi.stubGlobal('window', tree.top));
afterEach(() => void vi.unstubAllGlobals());

/** A finder whose windows answer with `placeOf`; without it they cannot be asked. */
const finderOf = (ask: FinderContext['ask'], placeOf: FinderContext['placeOf'] = () => undefined) =>
  openFinder({ ask, frameIdOf: undefined, placeOf });
const from = (source: Window) => ({ source, senderOrigin: 'https://a.example' });

test('looks for many windows in one question, and walks each of their parents once', async () => {
  const asked: (readonly Whereabouts[])[] = [];
  const finder = finderOf(async (whereabouts) => {
    asked.push(whereabouts);
    return whereabouts.map(({ spot }): Place => ({ tabId: 1, frameId: (spot as FramePath)[0]?.[0] ?? -1 }));
  });
  finder.look(tree.frames.map(from));
  finder.look(tree.frames.map(from));
  await finder.settled();
  finder.look(tree.frames.map(from));
  expect(asked.map(({ length }) => length)).toEqual([400]);
  expect(finder.placeOf(tree.frames[399] as Window)).toEqual({ tabId: 1, frameId: 399 });
  expect(tree.looks()).toBeLessThan(1_000);
});

test('asks three times for a window that is not found', async () => {
  let asked = 0;
  const finder = finderOf(async () => {
    asked++;
    return [null];
  });
  for (let time = 0; time < 5; time++) {
    finder.look([from(tree.frames[0] as Window)]);
    await finder.settled();
  }
  expect(asked).toBe(3);
});

describe('a window of the same origin', () => {
  const window = tree.frames[0] as Window;
  beforeEach(() => Object.assign(tree.top, { origin: 'https://a.example' }));
  afterEach(() => Object.assign(tree.top, { origin: undefined }));

  test('answers itself which frame it is', async () => {
    const place = { tabId: 1, frameId: 7 };
    const finder = finderOf(
      () => Promise.reject(new Error('asked')),
      () => place,
    );
    finder.look([from(window)]);
    await finder.settled();
    expect(finder.placeOf(window)).toEqual(place);
  });

  test('is asked again if it does not know yet, and the background is asked last', async () => {
    let looks = 0;
    const finder = finderOf(
      async () => [{ tabId: 1, frameId: looks }],
      () => {
        looks++;
        return null;
      },
    );
    finder.look([from(window)]);
    await finder.settled();
    expect(finder.placeOf(window)).toEqual({ tabId: 1, frameId: 3 });
  });

  test('is not asked if the message had another origin', async () => {
    const finder = finderOf(
      async () => [{ tabId: 1, frameId: 1 }],
      () => ({ tabId: 1, frameId: 7 }),
    );
    finder.look([{ source: window, senderOrigin: 'https://b.example' }]);
    await finder.settled();
    expect(finder.placeOf(window)).toEqual({ tabId: 1, frameId: 1 });
  });
});

test('does not ask for a source that is not a window', async () => {
  const finder = finderOf(() => Promise.reject(new Error('asked')));
  finder.look([{ source: null, senderOrigin: 'null' }, from({} as Window), from(null as unknown as Window)]);
  await finder.settled();
});
