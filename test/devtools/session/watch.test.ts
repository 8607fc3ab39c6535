import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openWatch } from '../../../src/devtools/session/watch';
import type { PortLike } from '../../../src/protocol/channel';
import type { FromWatcher, ToWatcher } from '../../../src/protocol/messages';
import { openLog } from '../../../src/recording/log/open-log';
import { exchangeFacts } from '../../support/facts';

// Node 20 does not have it yet; all supported browsers do.
Promise.withResolvers ??= <T>() => {
  const out = {} as PromiseWithResolvers<T>;
  out.promise = new Promise<T>((resolve, reject) => Object.assign(out, { resolve, reject }));
  return out;
};

/** The background's end of a port. */
interface Line {
  readonly heard: FromWatcher[];
  say(message: ToWatcher): void;
  /** Simulates a stop of the background. */
  drop(): void;
}

function exchange() {
  const lines: Line[] = [];
  let isThere = true;
  const connect = (): PortLike => {
    if (!isThere) throw new Error('Extension context invalidated.');
    const reported: FromWatcher[] = [];
    const onMessage: ((message: unknown) => void)[] = [];
    const onDisconnect: (() => void)[] = [];
    lines.push({
      heard: reported,
      say: (message) => {
        for (const listener of onMessage) listener(message);
      },
      drop: () => {
        for (const listener of onDisconnect) listener();
      },
    });
    return {
      postMessage: (message) => reported.push(message as FromWatcher),
      disconnect: () => {},
      onMessage: { addListener: (listener) => onMessage.push(listener) },
      onDisconnect: { addListener: (listener) => onDisconnect.push(listener) },
    };
  };
  return {
    connect,
    lines,
    remove: () => {
      isThere = false;
    },
  };
}

const watching: ToWatcher = {
  type: 'watching',
  browser: { name: 'chrome', version: '156' },
  sinceMs: 1,
  hostPermission: true,
  isPrivate: false,
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a watch', () => {
  test('watches its tab and is ready after the acknowledgement', async () => {
    const { connect, lines } = exchange();
    const watch = openWatch({ connect, tabId: 7, log: openLog() });
    expect(lines[0]?.heard).toEqual([{ type: 'watch', tabId: 7, open: [], data: false }]);
    lines[0]?.say(watching);
    await expect(watch.ready).resolves.toBeUndefined();
  });

  test('reconnects to a stopped background and sends the open exchanges', () => {
    const { connect, lines } = exchange();
    const log = openLog();
    openWatch({ connect, tabId: 7, log });
    const open = exchangeFacts([{}], { id: 'open', end: null });
    const ended = exchangeFacts([{}], { id: 'ended' });
    lines[0]?.say(watching);
    lines[0]?.say({
      type: 'exchanges',
      exchanges: [open, ended].map((facts) => ({
        facts,
        requestClass: 'simple',
        outcome: 'allowed',
        mode: 'cors',
      })),
    });
    lines[0]?.drop();
    vi.advanceTimersByTime(100);
    expect(lines[1]?.heard).toEqual([{ type: 'watch', tabId: 7, open: [open], data: false }]);
    expect(log.recording).toMatchObject({ stops: 1, cutOff: false });
  });

  test('counts a stop once even if it needs several attempts to reconnect', () => {
    const { connect, lines } = exchange();
    const log = openLog();
    openWatch({ connect, tabId: 7, log });
    lines[0]?.say(watching);
    for (const stopping of [0, 1, 2]) {
      lines[stopping]?.drop();
      vi.advanceTimersByTime(100);
    }
    expect(log.recording.stops).toBe(1);
    lines[3]?.say(watching);
    lines[3]?.drop();
    vi.advanceTimersByTime(100);
    expect(log.recording.stops).toBe(2);
  });

  test('is ready again after a stopped background has acknowledged it', async () => {
    const { connect, lines } = exchange();
    const watch = openWatch({ connect, tabId: 7, log: openLog() });
    lines[0]?.say(watching);
    await watch.ready;
    lines[0]?.drop();
    vi.advanceTimersByTime(100);
    let isReady = false;
    const ready = watch.ready.then(() => {
      isReady = true;
    });
    await Promise.resolve();
    expect(isReady).toBe(false);
    lines[1]?.say(watching);
    await ready;
  });

  test('reports that the extension is gone and keeps the log', () => {
    const { connect, lines, remove } = exchange();
    const log = openLog();
    openWatch({ connect, tabId: 7, log });
    lines[0]?.say(watching);
    const facts = exchangeFacts([{}], { id: 'kept' });
    lines[0]?.say({
      type: 'exchanges',
      exchanges: [{ facts, requestClass: 'simple', outcome: 'allowed', mode: 'cors' }],
    });
    remove();
    lines[0]?.drop();
    vi.advanceTimersByTime(60_000);
    expect(log.recording).toMatchObject({ stops: 0, cutOff: true });
    expect(log.entries.map((entry) => entry.facts.id)).toEqual(['kept']);
    expect(lines).toHaveLength(1);
  });

  test('sends a heartbeat so that the browser does not stop the background as idle', () => {
    const { connect, lines } = exchange();
    openWatch({ connect, tabId: 7, log: openLog() });
    vi.advanceTimersByTime(45_000);
    expect(lines[0]?.heard.filter(({ type }) => type === 'beat')).toHaveLength(2);
  });

  test('resolves a flush when the background answers or stops', async () => {
    const { connect, lines } = exchange();
    const log = openLog();
    const watch = openWatch({ connect, tabId: 7, log });
    const answered = watch.flush();
    expect(lines[0]?.heard.at(-1)).toEqual({ type: 'flush' });
    lines[0]?.say({ type: 'flushed' });
    await answered;
    expect(log.changedAtMs).toBe(0);
    const unanswered = watch.flush();
    lines[0]?.drop();
    await unanswered;
  });

  test('resolves two pending flushes separately', async () => {
    const { connect, lines } = exchange();
    const watch = openWatch({ connect, tabId: 7, log: openLog() });
    const done: string[] = [];
    const first = watch.flush().then(() => done.push('first'));
    const second = watch.flush().then(() => done.push('second'));
    lines[0]?.say({ type: 'flushed' });
    await first;
    expect(done).toEqual(['first']);
    lines[0]?.drop();
    await second;
  });

  test('disconnects while it is paused and is ready again afterwards', async () => {
    const { connect, lines } = exchange();
    const log = openLog();
    const watch = openWatch({ connect, tabId: 7, log });
    lines[0]?.say(watching);
    watch.setRecording(false);
    vi.advanceTimersByTime(1_000);
    expect(lines).toHaveLength(1);
    watch.setRecording(true);
    expect(lines).toHaveLength(2);
    lines[1]?.say(watching);
    await expect(watch.ready).resolves.toBeUndefined();
    expect(log.recording.stops).toBe(0);
  });
});
