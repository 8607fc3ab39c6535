import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startFrame } from '../../src/content/frame';
import { awaitPageWorld } from '../../src/content/hand-over';
import { nameState } from '../../src/content/names';
import type { FromContent } from '../../src/protocol/content';
import { answering, contentState, type FakePageOptions, fakePage } from '../support/fake-page';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A document whose script has started. By default the background answers that it is watched. */
function started(options: FakePageOptions = {}, isMet = true) {
  const page = fakePage({ answer: answering(contentState()), ...options });
  const meeting = awaitPageWorld();
  if (isMet) page.meet();
  const ask = startFrame({
    extension: page.extension,
    doors: page.doors,
    meeting,
    around: options.around ?? null,
  });
  return { ...page, ask, types: () => page.told.map(({ type }) => type) };
}
const settled = () => vi.advanceTimersByTimeAsync(1);
const toldSoon = () => vi.advanceTimersByTimeAsync(1_000);
const sent = (atMs = Date.now()) => ({ kind: 'sent', atMs, count: 1, stack: null });
const message = () => new MessageEvent('message', { data: 'x', origin: 'https://api.example' });
const eventsIn = (told: readonly { readonly type: string }[]) =>
  told.flatMap((message) => ('events' in message ? (message.events as readonly object[]) : []));

describe('a document that begins', () => {
  test('asks once whether it is watched, and reports the name it found', async () => {
    const { told } = started({ name: 'left' });
    await settled();
    expect(told.filter(({ type }) => type === 'here')).toEqual([
      { type: 'here', hasOpener: false, cameBack: false, name: nameState('left') },
    ]);
  });

  test('sends an event at once for a name that it found', () => {
    const { told } = started({ name: 'left' });
    expect(eventsIn(told)).toMatchObject([
      { kind: 'window-name', action: 'survived', state: nameState('left') },
    ]);
  });

  test('listens before it has an answer, and sends what it saw afterwards', async () => {
    let answer = (_: unknown): void => {};
    const { told, window, types } = started({
      answer: answering(new Promise((resolve) => (answer = resolve))),
    });
    window.dispatchEvent(message());
    await toldSoon();
    expect(types()).toEqual(['here']);
    answer(contentState());
    await toldSoon();
    expect(eventsIn(told)).toMatchObject([
      { kind: 'post-message', direction: 'received', senderOrigin: 'https://api.example' },
    ]);
  });

  test('reports that the page’s calls are observed, only in the top document', async () => {
    const top = started();
    await settled();
    expect(top.told.at(-1)).toEqual({ type: 'page-hints', withCalls: true, hints: [], dropped: 0 });
    vi.unstubAllGlobals();
    const framed = started({ isFramed: true });
    await settled();
    expect(framed.types()).toEqual(['here']);
  });
});

describe('the page’s world', () => {
  test('is started once, whatever follows', async () => {
    const { commands, say } = started();
    await settled();
    void say(contentState({ version: 2, data: true }));
    void say(contentState({ version: 3, pageWorld: false }));
    void say(contentState({ version: 4 }));
    expect(commands.filter((command) => command === 'start')).toHaveLength(1);
    expect(commands.filter((command) => command !== 'flush').slice(-3)).toEqual(['go', 'rest', 'go']);
  });

  test('is started when it arrives, if it arrives late', () => {
    const { commands, meet } = started({}, false);
    expect(commands).toEqual([]);
    meet();
    expect(commands).toContain('start');
  });

  test('is not started if the settings forbid it', async () => {
    const { commands, meet } = started({ answer: answering(contentState({ pageWorld: false })) }, false);
    await settled();
    meet();
    expect(commands).not.toContain('start');
  });

  test('hands over records that are sent together a moment later', async () => {
    const { told, hand } = started();
    await settled();
    told.length = 0;
    hand(sent(), { kind: 'event', type: 'storage', atMs: Date.now(), count: 2, words: {}, stack: null });
    expect(told).toEqual([]);
    await toldSoon();
    expect(told).toMatchObject([
      {
        type: 'page-events',
        events: [
          { kind: 'post-message', direction: 'sent', source: 'page' },
          { kind: 'storage', source: 'page', count: 2 },
        ],
      },
    ]);
  });

  test('cannot date what it saw before the document began, or into the future', async () => {
    const { told, hand } = started();
    await settled();
    const nowMs = Date.now();
    hand(sent(0), sent(nowMs + 1e9));
    await toldSoon();
    expect(eventsIn(told)).toMatchObject([{ atMs: nowMs - 1 }, { atMs: nowMs }]);
  });

  test('reports a write of the name, which is sent at once', async () => {
    const { told, hand, window } = started();
    await settled();
    told.length = 0;
    window.name = 'next';
    hand({ kind: 'name', atMs: Date.now(), count: 1, stack: null });
    expect(told).toMatchObject([
      { type: 'page-events', events: [{ action: 'written', state: nameState('next') }] },
    ]);
  });

  test('reports frames whose windows the page is about to get', async () => {
    const { element, entered } = started();
    const frame = {};
    element.dispatchEvent(Object.assign(new Event('entering'), { relatedTarget: frame }));
    expect(entered).toEqual([frame]);
  });
});

describe('a document that is not watched', () => {
  test('stops listening and sending, and pauses the page’s world', async () => {
    const { window, commands, hand, types } = started({
      answer: answering(contentState({ isOn: false })),
    });
    expect(window.listened()).toContain('message');
    window.dispatchEvent(message());
    await settled();
    expect(commands.at(-1)).toBe('rest');
    // The remaining listeners are needed in case it is watched later.
    expect(window.listened()).toEqual(['pagehide', 'pageshow']);
    hand(sent());
    window.dispatchEvent(message());
    await toldSoon();
    expect(types()).toEqual(['here']);
  });

  test.each([
    ['does not know it', () => null],
    ['cannot be reached', () => Promise.reject(new Error('gone'))],
  ])('stops listening too if the background %s', async (_, answer) => {
    const { window } = started({ answer });
    await settled();
    expect(window.listened()).toEqual(['pagehide', 'pageshow']);
  });

  test('starts to observe when the background says so', async () => {
    const { window, commands, say, told, hand } = started({
      answer: answering(contentState({ isOn: false })),
    });
    await settled();
    void say(contentState({ version: 2 }));
    expect(window.listened()).toContain('message');
    expect(commands.at(-1)).toBe('go');
    told.length = 0;
    hand(sent());
    await toldSoon();
    expect(eventsIn(told)).toHaveLength(1);
  });

  test('drops unsent records when the background pauses it', async () => {
    const { say, hand, types, told } = started();
    await settled();
    told.length = 0;
    hand(sent());
    void say(contentState({ version: 2, isOn: false }));
    await toldSoon();
    expect(types()).toEqual([]);
  });

  test('pauses when the answer to a message says so', async () => {
    const off = contentState({ version: 2, isOn: false });
    const { window, hand } = started({ answer: ({ type }) => (type === 'here' ? contentState() : off) });
    await settled();
    hand(sent());
    await toldSoon();
    expect(window.listened()).toEqual(['pagehide', 'pageshow']);
  });

  test('ignores an answer that a later message overtook', async () => {
    const { window, say } = started({ answer: answering(contentState({ version: 1, isOn: false })) });
    void say(contentState({ version: 2 }));
    await settled();
    expect(window.listened()).toContain('message');
  });
});

describe('a document that is left', () => {
  test('sends everything at once', async () => {
    const { window, told, hand } = started();
    await settled();
    told.length = 0;
    hand(sent());
    window.dispatchEvent(new Event('pagehide'));
    expect(eventsIn(told)).toMatchObject([{ kind: 'post-message', direction: 'sent' }]);
  });

  test('reports the name that it leaves, if it has changed', async () => {
    const { window, told } = started({ name: 'left' });
    await settled();
    told.length = 0;
    window.dispatchEvent(new Event('pagehide'));
    expect(told).toEqual([]);
    window.name = 'next';
    window.dispatchEvent(new Event('pagehide'));
    window.dispatchEvent(new Event('pagehide'));
    expect(told).toEqual([{ type: 'name', state: nameState('next') }]);
  });

  test('sends nothing if it is not watched', async () => {
    const { window, types } = started({ answer: answering(contentState({ isOn: false })) });
    await settled();
    window.name = 'next';
    window.dispatchEvent(new Event('pagehide'));
    expect(types()).toEqual(['here']);
  });

  test('asks again when the user goes back to it', async () => {
    const { window, told, types } = started();
    await settled();
    told.length = 0;
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect(types()).toEqual([]);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(told).toMatchObject([{ type: 'here', cameBack: true }]);
  });
});

describe('a question of the background', () => {
  test('is answered for a flush when everything was taken', async () => {
    let take = (): void => {};
    const { say, hand, types } = started({
      answer: ({ type }) =>
        type === 'here' ? contentState() : new Promise<null>((resolve) => (take = () => resolve(null))),
    });
    await settled();
    take();
    hand(sent());
    let isAnswered = false;
    void say({ type: 'flush' }).then(() => {
      isAnswered = true;
    });
    await settled();
    expect([types().at(-1), isAnswered]).toEqual(['page-events', false]);
    take();
    await settled();
    expect(isAnswered).toBe(true);
  });

  test('is answered with the path of the frame, and ignored if it is unknown', async () => {
    expect(await started({ isFramed: true }).say({ type: 'where-are-you' })).toEqual([[0, 1]]);
    vi.unstubAllGlobals();
    expect(await started().say({ type: 'where-are-you' })).toEqual([]);
    vi.unstubAllGlobals();
    expect(await started().say({ type: 'toString' })).toBeUndefined();
  });
});

describe('a document that the page opens again', () => {
  test('listens again', async () => {
    const { window, commands, open, told } = started();
    await settled();
    open();
    expect(window.listened()).toEqual(expect.arrayContaining(['message', 'pagehide', 'pageshow']));
    expect(commands.at(-1)).toBe('listen');
    told.length = 0;
    window.dispatchEvent(message());
    await toldSoon();
    expect(eventsIn(told)).toHaveLength(1);
  });
});

describe('traps without a frame on the stack', () => {
  /** How often a document asks for its policies, and whether its page's world is given the module of traps. */
  async function given(canCompile: boolean | null, later: boolean) {
    const answer = ({ type }: FromContent) => {
      if (type === 'wasm') return later;
      return type === 'here' ? contentState({ canCompile }) : null;
    };
    const { element, types, meet } = started({ answer }, false);
    meet();
    const made: unknown[] = [];
    element.addEventListener('traps', (event) => made.push((event as CustomEvent).detail));
    await settled();
    const asked = types().filter((type) => type === 'wasm').length;
    return { asked, isGiven: made.some((each) => each instanceof WebAssembly.Module) };
  }

  // biome-ignore format: a table
  test.each<[canCompile: boolean | null, later: boolean, asked: number, isGiven: boolean]>([
    [true,  false, 0, true],
    [false, true,  0, false],
    [null,  true,  1, true],
    [null,  false, 1, false],
  ])('policies allow them: %s, asked again: %s', async (canCompile, later, asked, isGiven) => {
    expect(await given(canCompile, later)).toEqual({ asked, isGiven });
  });
});
