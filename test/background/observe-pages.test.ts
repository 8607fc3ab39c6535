import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { documentPort, type FramePath } from '../../src/protocol/content';
import { background, contentScript, messages, ownPage, request } from '../support/background';
import type { FakeBrowserOptions } from '../support/fake-browser';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const here = (part: object = {}) => ({
  type: 'here',
  hasOpener: false,
  cameBack: false,
  name: { length: 0, hash: 1 },
  ...part,
});
const shop = 'https://shop.example';
const api = 'https://api.example';

/** Tab 1 is watched. */
async function watched(options: Partial<FakeBrowserOptions> & { readonly stored?: unknown } = {}) {
  const now = background(options);
  const port = now.watching(1);
  await now.settled();
  now.toFrames.length = 0;
  return { ...now, port };
}
type Watched = Awaited<ReturnType<typeof watched>>;

interface Relayed {
  readonly id: string;
  readonly from?: { readonly documentId: string | null } | null;
}

/** Reports a page event in tab 1; returns what the tab's watcher gets. */
async function relayed({ ask, port }: Watched, event: object, sender: object = contentScript(1)) {
  await ask({ type: 'page-events', events: [{ atMs: 1, count: 1, source: 'page', ...event }] }, sender);
  return (messages(port, 'page-events').at(-1)!.pageEvents as [Relayed])[0];
}

describe('a document that says it is here', () => {
  test('is told whether its tab is watched, what is wanted, and which frame it is', async () => {
    const { ask } = await watched();
    expect(await ask(here(), contentScript(1, 4))).toEqual({
      type: 'content-state',
      version: expect.any(Number),
      isOn: true,
      data: false,
      pageWorld: true,
      canCompile: null,
      place: { tabId: 1, frameId: 4 },
    });
    expect(await ask(here(), contentScript(2))).toMatchObject({ isOn: false, place: { tabId: 2 } });
  });

  test('is told what the watcher and the settings want of it', async () => {
    const { ask, port } = await watched({ stored: { pageWorld: false } });
    port.say({ type: 'data', on: true });
    expect(await ask(here(), contentScript(1))).toMatchObject({ data: true, pageWorld: false });
    await ask({ type: 'change-settings', change: { pageWorld: true } }, ownPage);
    expect(await ask(here(), contentScript(1))).toMatchObject({ data: true, pageWorld: true });
  });

  // biome-ignore format: a table
  test.each([
    // the response's policy                       may compile WebAssembly
    [[],                                                                             true],
    [[{ name: 'content-security-policy', value: "script-src 'wasm-unsafe-eval'" }],  true],
    [[{ name: 'content-security-policy', value: "script-src 'self'" }],              false],
  ])('with the response headers %j may compile: %s', async (responseHeaders, canCompile) => {
    const { ask, api: extension } = await watched();
    const ofFrame = request(1, { type: 'sub_frame', frameId: 4, url: `${shop}/frame`, requestId: 'f' });
    extension.webRequest.onBeforeRequest.dispatch(ofFrame);
    extension.webRequest.onHeadersReceived.dispatch({ ...ofFrame, statusCode: 200, responseHeaders });
    const sender = contentScript(1, 4, { url: `${shop}/frame` });
    expect(await ask(here(), sender)).toMatchObject({ canCompile });
    expect(await ask(here(), contentScript(1, 4, { url: `${shop}/another` }))).toMatchObject({
      canCompile: null,
    });
    expect(await ask(here(), contentScript(1, 5, { url: 'about:srcdoc' }))).toMatchObject({
      canCompile: false,
    });
  });

  test.each([
    ['its headers come', true],
    ['no headers come', false],
  ])('is told whether it may compile WebAssembly once %s', async (_, come) => {
    const { ask, api: extension } = await watched();
    const page = request(1, { type: 'main_frame', url: `${shop}/`, requestId: 'p' });
    const sender = contentScript(1, 0, { url: `${shop}/` });
    extension.webRequest.onBeforeRequest.dispatch(page);
    expect(await ask(here(), sender)).toMatchObject({ canCompile: null });
    const later = ask({ type: 'wasm' }, sender);
    await vi.advanceTimersByTimeAsync(200);
    if (come)
      extension.webRequest.onHeadersReceived.dispatch({ ...page, statusCode: 200, responseHeaders: [] });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await later).toBe(come);
  });

  test('is told of later changes by growing versions', async () => {
    const { ask, port, toFrames, settled } = await watched();
    const { version } = (await ask(here(), contentScript(1))) as { readonly version: number };
    port.say({ type: 'data', on: true });
    await settled();
    const [to] = toFrames;
    expect(to).toMatchObject({ tabId: 1, frameId: null, message: { type: 'content-state', data: true } });
    expect(to?.message.version).toBeGreaterThan(version);
  });

  test('hears of changed settings where it was heard', async () => {
    const { ask, toFrames, settled } = await watched();
    await ask(here(), contentScript(1));
    await ask({ type: 'change-settings', change: { pageWorld: false } }, ownPage);
    await settled();
    expect(toFrames).toMatchObject([{ tabId: 1, message: { pageWorld: false } }]);
  });
});

describe('who asks where a window is', () => {
  const where = (...spots: readonly (readonly [spot: number | FramePath, origin: string] | null)[]) => ({
    type: 'where',
    whereabouts: spots.map(
      (spot) => spot && { tab: 'here', openedFrom: null, spot: spot[0], origin: spot[1] },
    ),
  });
  const frames = {
    1: [
      { frameId: 0, parentFrameId: -1, url: `${shop}/` },
      { frameId: 4, parentFrameId: 0, url: `${api}/a` },
      { frameId: 6, parentFrameId: 0, url: `${api}/b` },
    ],
  };

  test('gets a frame for each, in order', async () => {
    const { ask } = await watched({ frames });
    const asked = where([[[1, 2]], api], [6, api], [[], shop], null, [[[0, 3]], api], [[[0, 2]], shop]);
    expect(await ask(asked, contentScript(1))).toEqual([
      { tabId: 1, frameId: 6 },
      { tabId: 1, frameId: 6 },
      { tabId: 1, frameId: 0 },
      null,
      // The tree has changed; the window has another origin.
      null,
      null,
    ]);
  });

  test('gets a frame that the browser does not list from its own script', async () => {
    const { ask, toFrames } = await watched({
      frames,
      answer: ({ frameId }) => (frameId === 9 ? [[1, 3]] : undefined),
    });
    await ask(here(), contentScript(1, 9));
    expect(await ask(where([[[1, 3]], shop], [[[2, 3]], api]), contentScript(1))).toEqual([
      { tabId: 1, frameId: 9 },
      { tabId: 1, frameId: 6 },
    ]);
    expect(toFrames).toEqual([{ tabId: 1, frameId: 9, message: { type: 'where-are-you' } }]);
  });

  test('gets a frame from its own script while a frame beside it is still loading', async () => {
    const { ask, toFrames } = await watched({
      frames,
      answer: ({ frameId }) => (frameId === 6 ? [[2, 3]] : undefined),
    });
    await ask(here(), contentScript(1));
    await ask(here(), contentScript(1, 6, { url: `${api}/b`, origin: api }));
    expect(await ask(where([[[2, 3]], api], [[[0, 3]], api]), contentScript(1))).toEqual([
      { tabId: 1, frameId: 6 },
      null,
    ]);
    // No script is asked that runs in a frame of another origin.
    expect(toFrames.map(({ frameId }) => frameId)).toEqual([6]);
  });

  test('does not wait for long for a script that is busy', async () => {
    const { ask } = await watched({
      frames,
      answer: ({ frameId }) => (frameId === 4 ? new Promise(() => {}) : [[2, 3]]),
    });
    for (const id of [4, 6]) await ask(here(), contentScript(1, id, { url: `${api}/`, origin: api }));
    const asked = ask(where([[[2, 3]], api]), contentScript(1));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await asked).toEqual([{ tabId: 1, frameId: 6 }]);
  });
});

describe('a page event', () => {
  test('is of the frame that the browser names, with an id of its own', async () => {
    const now = await watched();
    const event = { kind: 'storage', frame: 'mine', id: 'mine', openedTabId: 7 };
    const [first, second] = [
      await relayed(now, event, contentScript(1, 4)),
      await relayed(now, event, contentScript(1, 4)),
    ];
    expect(first).toMatchObject({
      kind: 'storage',
      source: 'page',
      frame: { frameId: 4, documentId: 'd1-4', origin: shop },
      openedTabId: null,
    });
    expect(first.id).not.toBe('mine');
    expect(first.id).not.toBe(second.id);
  });

  test('is not from the future', async () => {
    const now = await watched();
    const nowMs = Date.now();
    expect(await relayed(now, { kind: 'storage', atMs: nowMs - 5 })).toMatchObject({ atMs: nowMs - 5 });
    expect(await relayed(now, { kind: 'storage', atMs: nowMs + 1e9 })).toMatchObject({ atMs: nowMs + 1_000 });
  });

  test('that found a name says what the document before had left there', async () => {
    const now = await watched();
    const [left, other] = [
      { length: 3, hash: 7 },
      { length: 3, hash: 8 },
    ];
    const before = contentScript(1, 4, { documentId: 'before', origin: api, url: `${api}/` });
    const found = (state: object) => ({ kind: 'window-name', action: 'survived', state });
    await now.ask(here(), before);
    expect(await relayed(now, found(left), contentScript(1, 4))).toMatchObject({
      before: { origin: api, hadSameValue: false },
    });
    await now.ask({ type: 'name', state: left }, before);
    expect(await relayed(now, found(left), contentScript(1, 4))).toMatchObject({
      before: { origin: api, hadSameValue: true },
    });
    expect(await relayed(now, found(other), contentScript(1, 4))).toMatchObject({
      before: { hadSameValue: false },
    });
    expect(await relayed(now, { ...found(left), action: 'written' })).toMatchObject({ before: null });
  });

  describe('that a message came', () => {
    const came = (from: object | null, senderOrigin = api) => ({
      kind: 'post-message',
      direction: 'received',
      from,
      senderOrigin,
    });
    const sender = contentScript(1, 4, { origin: api, url: `${api}/` });

    test('names the document that was heard in the frame it came from', async () => {
      const now = await watched();
      await now.ask(here(), sender);
      expect(await relayed(now, came({ tabId: 1, frameId: 4 }))).toMatchObject({
        from: { frameId: 4, documentId: 'd1-4', origin: api },
        fromTabId: null,
      });
    });

    test('names no document if the frame shows one of another origin by now', async () => {
      const now = await watched();
      await now.ask(here(), contentScript(1, 4));
      expect(await relayed(now, came({ tabId: 1, frameId: 4 }))).toMatchObject({
        from: { frameId: 4, documentId: null, origin: api },
      });
    });

    test('names nobody in a tab that has nothing to do with this one', async () => {
      const now = await watched();
      await now.ask(here(), contentScript(2, 4, { origin: api, url: `${api}/` }));
      for (const from of [{ tabId: 2, frameId: 4 }, null])
        expect(await relayed(now, came(from))).toMatchObject({ from: null, fromTabId: null });
    });

    test('forgets the frames of a page that was left, except those of one that came back', async () => {
      const now = await watched();
      const documentId = async () => (await relayed(now, came({ tabId: 1, frameId: 4 }))).from?.documentId;
      await now.ask(here(), sender);
      await now.ask(here({ cameBack: true }), contentScript(1));
      expect(await documentId()).toBe('d1-4');
      await now.ask(here(), contentScript(1));
      expect(await documentId()).toBeNull();
    });
  });
});

describe('nobody else is answered:', () => {
  test.each([
    ['a page of ours', ownPage],
    ['a script in no tab', contentScript(1, 0, { tab: undefined })],
  ])('%s', async (_, sender) => {
    const { ask, port } = await watched();
    const before = port.heard.length;
    const answers = [
      await ask(here(), sender),
      await ask({ type: 'page-events', events: [{ kind: 'storage', atMs: 1, count: 1 }] }, sender),
    ];
    for (const answer of answers) expect(answer ?? null).toBeNull();
    expect(port.heard).toHaveLength(before);
  });

  test('a content script that says what nobody understands', async () => {
    const { ask } = await watched();
    for (const message of [null, 'here', { type: 'toString' }, { type: 'here' }, { type: 'where' }])
      expect(await ask(message, contentScript(1))).toBeUndefined();
  });
});

test('documents in Firefox ask by a port of their own', async () => {
  const { connect, settled } = await watched();
  const port = connect(contentScript(1, 4), documentPort);
  port.say({ id: 3, message: here() });
  await settled();
  expect(port.heard).toMatchObject([{ id: 3, answer: { isOn: true, place: { tabId: 1, frameId: 4 } } }]);
});

describe('a flush', () => {
  test('ends when every frame has answered, those that the browser does not list too', async () => {
    const waiting: (() => void)[] = [];
    const { ask, port, settled, toFrames } = await watched({
      answer: ({ message }) =>
        message.type === 'flush' && new Promise<void>((resolve) => waiting.push(resolve)),
    });
    await ask(here(), contentScript(1, 9));
    port.say({ type: 'flush' });
    await settled();
    expect(toFrames.map(({ frameId }) => frameId)).toEqual([0, 9]);
    waiting[0]?.();
    await settled();
    expect(messages(port, 'flushed')).toEqual([]);
    waiting[1]?.();
    await settled();
    expect(messages(port, 'flushed')).toHaveLength(1);
  });

  test('does not wait for a frame that never answers', async () => {
    const { port } = await watched({ answer: () => new Promise(() => {}) });
    port.say({ type: 'flush' });
    await vi.advanceTimersByTimeAsync(1_900);
    expect(messages(port, 'flushed')).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(messages(port, 'flushed')).toHaveLength(1);
  });

  test('ends at once for a watcher that has no tab', async () => {
    const { connect, settled, toFrames } = await watched();
    const port = connect();
    port.say({ type: 'flush' });
    await settled();
    expect([port.heard, toFrames]).toEqual([[{ type: 'flushed' }], []]);
  });
});
