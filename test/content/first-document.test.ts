import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startDocument } from '../../src/content/first-document';
import { awaitPageWorld } from '../../src/content/hand-over';
import { answering, contentState, type FakePageOptions, fakePage } from '../support/fake-page';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The first, empty document of a frame in a watched document. */
const empty = { isFramed: true, url: 'about:blank', around: contentState() };

function begun(options: FakePageOptions) {
  const page = fakePage({ answer: answering(contentState()), ...options });
  const meeting = awaitPageWorld();
  page.meet();
  const { extension, doors } = page;
  startDocument({ extension, doors, meeting });
  return { ...page, types: () => page.told.map(({ type }) => type) };
}
const settled = () => vi.advanceTimersByTimeAsync(1);

describe('a document asks at once', () => {
  // biome-ignore format: a table
  test.each<[string, FakePageOptions]>([
    ['at the top of its tab',                          { ...empty, isFramed: false }],
    ['that was loaded',                                { ...empty, url: 'https://shop.example/' }],
    ['with a name, which another page may look for',   { ...empty, name: 'frame' }],
    ['if no document around it knows the state',        { ...empty, around: null }],
  ])('%s', (_, options) => {
    const { types, putOff, window } = begun(options);
    expect(types()).toContain('here');
    expect(putOff).toEqual([]);
    expect(window.listened()).toContain('message');
  });
});

describe('a frame’s first document', () => {
  test('waits, and passes on the state of the document around it', () => {
    const { types, window, commands, page, putOff } = begun(empty);
    expect([types(), window.listened(), commands]).toEqual([[], [], []]);
    expect(putOff).toHaveLength(1);
    expect(page.served?.state).toBe(page.around);
    page.around = contentState({ version: 2, isOn: false });
    expect(page.served?.state).toBe(page.around);
  });

  test('starts with the current state of the document around it when the page gets its window', () => {
    const { types, window, commands, page } = begun(empty);
    page.served?.enter?.();
    expect(window.listened()).toContain('message');
    expect(commands).toEqual(expect.arrayContaining(['start', 'go']));
    // It asks the background later.
    expect(types()).toEqual([]);
  });

  test('pauses when the page gets its window and the tab is no longer watched', () => {
    const { window, page } = begun(empty);
    page.around = contentState({ version: 2, isOn: false });
    page.served?.enter?.();
    expect(window.listened()).not.toContain('message');
  });

  test('starts with the state it began with if the document around it no longer has one', () => {
    const { window, page } = begun(empty);
    page.around = null;
    page.served?.enter?.();
    expect(window.listened()).toContain('message');
  });

  test('starts and asks the background when deferred work runs', async () => {
    const { types, window, putOff } = begun(empty);
    putOff[0]?.();
    await settled();
    expect(types()).toEqual(['here']);
    expect(window.listened()).toContain('message');
  });

  test('starts once and asks once', async () => {
    const { types, commands, putOff, page } = begun(empty);
    const { enter } = page.served ?? {};
    enter?.();
    enter?.();
    putOff[0]?.();
    enter?.();
    await settled();
    expect(types()).toEqual(['here']);
    expect(commands.filter((command) => command === 'start')).toHaveLength(1);
  });
});
