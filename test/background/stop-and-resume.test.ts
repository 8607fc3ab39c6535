import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openWatch } from '../../src/devtools/session/watch';
import { openLog } from '../../src/recording/log/open-log';
import { background, contentScript, exchangeIds, request, types, watch } from '../support/background';
import { exchangeFacts } from '../support/facts';

// Node 20 has none yet; every browser that this runs in has.
Promise.withResolvers ??= <T>() => {
  const out = {} as PromiseWithResolvers<T>;
  out.promise = new Promise<T>((resolve, reject) => Object.assign(out, { resolve, reject }));
  return out;
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Background = ReturnType<typeof background>;

/** A background that can be stopped by force, and what outlives it: the session's storage and the watchers. */
function stoppable() {
  const session: Record<string, unknown> = {};
  const scripts: [] = [];
  let current = background({ session, scripts });
  return {
    session,
    get current() {
      return current;
    },
    connect: (name: string) => current.connect(undefined, name).otherEnd,
    /** Stops the background, and starts the next one. */
    restart() {
      const stopped = current;
      current = background({ session, scripts });
      stopped.stop();
    },
  };
}

const page = { type: 'main_frame', initiator: undefined, requestId: 'page' };

/** Reports how a request went on, event by event. */
const events = ({ api }: Background, requestId: string) => ({
  starts: (part: object = {}) => api.webRequest.onBeforeRequest.dispatch(request(1, { requestId, ...part })),
  isSent: () =>
    api.webRequest.onSendHeaders.dispatch(
      request(1, { requestId, requestHeaders: [{ name: 'Origin', value: 'https://shop.example' }] }),
    ),
  isAnswered: () =>
    api.webRequest.onHeadersReceived.dispatch(
      request(1, { requestId, statusCode: 200, responseHeaders: [{ name: 'X-A', value: 'b' }] }),
    ),
  ends: () => api.webRequest.onCompleted.dispatch(request(1, { requestId, statusCode: 200 })),
});

describe('a watcher whose background is stopped', () => {
  /** A watcher with two requests under way: one was sent, the other was answered. */
  async function watched() {
    const host = stoppable();
    const log = openLog({ tabId: 1 });
    openWatch({ connect: host.connect, tabId: 1, log });
    await host.current.told();
    const [sent, answered] = [events(host.current, 'sent'), events(host.current, 'answered')];
    sent.starts();
    sent.isSent();
    answered.starts();
    answered.isSent();
    answered.isAnswered();
    await host.current.told();
    return { ...host, host, log };
  }

  test('calls again, brings its open exchanges back, and sees them end once', async () => {
    const { host, log } = await watched();
    expect(log.entries.map(({ facts }) => [facts.id, facts.end])).toEqual([
      ['sent', null],
      ['answered', null],
    ]);
    host.restart();
    await vi.advanceTimersByTimeAsync(1_000);
    const [sent, answered] = [events(host.current, 'sent'), events(host.current, 'answered')];
    sent.isAnswered();
    sent.ends();
    answered.ends();
    await host.current.told();
    const ended = log.entries.map(({ facts }) => [facts.id, facts.end?.how, facts.hops.length]);
    expect(ended).toEqual([
      ['sent', 'completed', 1],
      ['answered', 'completed', 1],
    ]);
    for (const { facts } of log.entries) {
      expect(facts.hops[0]?.requestHeaders).toEqual([['Origin', 'https://shop.example']]);
      expect(facts.hops[0]?.response?.headerList).toEqual([['X-A', 'b']]);
    }
  });

  test('counts the stop', async () => {
    const { host, log } = await watched();
    expect(log.recording.stops).toBe(0);
    host.restart();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(log.recording.stops).toBe(1);
  });

  test('gets what happened before it called again, in order of time', async () => {
    const { host, log } = await watched();
    host.restart();
    await host.current.settled();
    const [sent, next] = [events(host.current, 'sent'), events(host.current, 'next')];
    const atMs = Date.now();
    // Chromium dispatches the events that woke a background in any order.
    host.current.api.webRequest.onCompleted.dispatch(
      request(1, { requestId: 'next', statusCode: 204, timeStamp: atMs + 1 }),
    );
    next.starts({ timeStamp: atMs });
    sent.isAnswered();
    sent.ends();
    await vi.advanceTimersByTimeAsync(1_000);
    const ends = log.entries.map(({ facts }) => [facts.id, facts.end?.how]);
    expect(ends).toEqual([
      ['sent', 'completed'],
      ['answered', undefined],
      ['next', 'completed'],
    ]);
  });

  test('marks what it hears no more of as lost in the stop, after ten seconds', async () => {
    const { host, log } = await watched();
    host.restart();
    await vi.advanceTimersByTimeAsync(1_000);
    events(host.current, 'answered').ends();
    const endOf = (id: string) => log.get(id)?.facts.end;
    await vi.advanceTimersByTimeAsync(8_000);
    expect(endOf('sent')).toBeNull();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(endOf('sent')).toMatchObject({ how: 'closed', because: 'background-stopped' });
    expect(endOf('answered')).toMatchObject({ how: 'completed' });
  });

  test('stays the watcher of its tab', async () => {
    const { host, log } = await watched();
    host.restart();
    await vi.advanceTimersByTimeAsync(20_000);
    expect([host.session, host.current.listening()]).toEqual([{ watchedTabs: [1] }, 13]);
    events(host.current, 'later').starts();
    await host.current.told();
    expect(log.get('later')).toBeDefined();
  });
});

describe('two watchers of one tab', () => {
  const open = [exchangeFacts([{ response: null, headersAtMs: null }], { id: 'a', end: null })].map(
    (facts) => ({ ...facts, requestId: 'a', startedAtMs: Date.now() }),
  );

  test('that both bring an exchange back get it once', async () => {
    const now = background({ session: { watchedTabs: [1] } });
    const one = now.watching(1, { open });
    await now.settled();
    const other = now.watching(1, { open });
    await now.settled();
    events(now, 'a').ends();
    await now.told();
    for (const port of [one, other]) {
      expect(exchangeIds(port)).toEqual(['a']);
      expect(port.heard.filter(({ type }) => type === 'exchanges')).toHaveLength(1);
    }
  });

  test('do not open again what has ended since the first one was back', async () => {
    const now = background({ session: { watchedTabs: [1] } });
    const one = now.watching(1, { open });
    await now.settled();
    events(now, 'a').isAnswered();
    events(now, 'a').ends();
    await now.told();
    const before = types(one).filter((type) => type === 'exchanges').length;
    now.watching(1, { open });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(types(one).filter((type) => type === 'exchanges')).toHaveLength(before);
  });

  test('do not take back what the first one has seen since', async () => {
    const now = background({ session: { watchedTabs: [1] } });
    const one = now.watching(1, { open });
    await now.settled();
    events(now, 'a').isAnswered();
    await now.told();
    now.connect().say(watch(1, { open }));
    await now.settled();
    events(now, 'a').ends();
    await now.told();
    const last = one.heard.findLast(({ type }) => type === 'exchanges');
    expect(last?.exchanges).toMatchObject([
      { facts: { end: { how: 'completed' }, hops: [{ response: { headerList: [['X-A', 'b']] } }] } },
    ]);
  });
});

describe('a background that has just started', () => {
  const here = { type: 'here', hasOpener: false, cameBack: false, name: { length: 0, hash: 1 } };

  test('lets scripts go on where a watcher is expected back, and rest where none is', async () => {
    const { ask } = background({ session: { watchedTabs: [1] } });
    expect(await ask(here, contentScript(1))).toMatchObject({ isOn: true });
    expect(await ask(here, contentScript(2))).toMatchObject({ isOn: false });
  });

  test('tells the scripts of a tab whose watcher never returns to rest', async () => {
    const { toFrames, scripts, listening } = background({
      session: { watchedTabs: [1] },
      scripts: [{ id: 'isolated', js: ['isolated.js'], matches: [] }],
    });
    await vi.advanceTimersByTimeAsync(9_000);
    expect(toFrames).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(toFrames).toMatchObject([{ tabId: 1, message: { type: 'content-state', isOn: false } }]);
    expect([scripts, listening()]).toEqual([[], 0]);
  });

  test('does not believe what is stored if it is no list of tabs', async () => {
    for (const watchedTabs of ['1', { 0: 1 }, [null, '1', {}]]) {
      const { settled, listening } = background({ session: { watchedTabs } });
      await settled();
      expect(listening()).toBe(0);
    }
  });

  test('sees the headers of a document that began before its watcher was back', async () => {
    const now = background({ session: { watchedTabs: [1] } });
    await now.settled();
    const { starts, ends } = events(now, 'page');
    starts({ ...page, url: 'https://shop.example/' });
    now.api.webRequest.onHeadersReceived.dispatch(
      request(1, { ...page, url: 'https://shop.example/', statusCode: 200, responseHeaders: [] }),
    );
    ends();
    now.watching(1);
    await now.settled();
    expect(await now.ask(here, contentScript(1))).toMatchObject({ isOn: true, canCompile: true });
  });
});
