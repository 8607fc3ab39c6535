import { describe, expect, test } from 'vitest';
import type { ExchangeFacts, Outcome } from '../../../src/protocol/facts';
import type { ToWatcher } from '../../../src/protocol/messages';
import { openLog } from '../../../src/recording/log/open-log';
import { exchangeFacts, frameFacts, frameRef } from '../../support/facts';
import { pageEvent } from '../../support/page-events';
import { pageCall } from '../../support/page-hints';

const watching: ToWatcher = {
  type: 'watching',
  browser: { name: 'chrome', version: '156' },
  sinceMs: 100,
  hostPermission: true,
  isPrivate: false,
};

/** Returns the background's message about one exchange. */
function seen(
  id: string,
  startedAtMs: number,
  part: Partial<ExchangeFacts> = {},
  outcome: Outcome = 'allowed',
): ToWatcher {
  const facts = exchangeFacts([{ startedAtMs }], { id, requestId: id, startedAtMs, ...part });
  return { type: 'exchanges', exchanges: [{ facts, requestClass: 'simple', outcome, mode: 'cors' }] };
}
const document = (id: string, startedAtMs: number) => seen(id, startedAtMs, { type: 'main_frame' });
const navigated = (atMs: number): ToWatcher => ({
  type: 'navigated',
  url: 'https://page.example/next',
  documentId: 'd2',
  atMs,
});

function logWith(...messages: readonly ToWatcher[]) {
  const log = openLog({ nowMs: () => 10_000 });
  for (const message of [watching, ...messages]) log.receive(message);
  return { log, ids: () => log.entries.map(({ facts }) => facts.id) };
}

describe('the log', () => {
  test('is in order of start, in whatever order exchanges arrive', () => {
    expect(logWith(seen('c', 300), seen('a', 100), seen('b', 200)).ids()).toEqual(['a', 'b', 'c']);
  });

  test('shows nothing before the browser is known, and everything then', () => {
    const log = openLog({ nowMs: () => 10_000 });
    log.receive(seen('before', 50));
    log.receive(seen('a', 150));
    expect(log.entries).toEqual([]);
    log.receive(watching);
    log.receive(seen('b', 200));
    expect(log.entries.map(({ facts }) => facts.id)).toEqual(['a', 'b']);
    expect(log.entries.map(({ facts }) => log.judge(facts))).not.toContain(null);
    expect(log.recording.startedBefore).toBe(1);
  });

  test('moves an exchange whose start turns out to be earlier', () => {
    const { log, ids } = logWith(seen('a', 200), seen('b', 300), seen('c', 400));
    log.receive(seen('c', 250));
    expect(ids()).toEqual(['a', 'c', 'b']);
  });

  test('replaces an exchange by its later facts', () => {
    const { log, ids } = logWith(seen('a', 100, { end: null }, 'pending'));
    const before = log.get('a');
    log.receive(seen('a', 100));
    expect(ids()).toEqual(['a']);
    expect(log.get('a')).toMatchObject({ outcome: 'allowed', facts: { end: { how: 'completed' } } });
    expect(log.get('a')).not.toBe(before);
  });

  test('has the same array of entries until something changes', () => {
    const { log } = logWith(seen('a', 100));
    const { entries } = log;
    log.noteStop();
    expect(log.entries).toBe(entries);
    log.receive(seen('b', 200));
    expect(log.entries).not.toBe(entries);
  });

  test('counts requests that began before it, and shows none of them', () => {
    const { log, ids } = logWith(seen('old', 99), seen('old', 99), {
      type: 'started-before',
      ids: ['older'],
    });
    expect(ids()).toEqual([]);
    expect(log.recording.startedBefore).toBe(2);
    log.receive({ type: 'earlier', count: 5 });
    expect(log.recording.startedBefore).toBe(7);
  });

  test('ignores requests that began while it was paused, even if they are reported late', () => {
    let nowMs = 10_000;
    const log = openLog({ nowMs: () => nowMs });
    for (const message of [watching, seen('open', 9_000, { end: null }, 'pending')]) log.receive(message);
    nowMs = 20_000;
    log.noteResumed();
    log.receive(seen('during', 19_999));
    const hints = [pageCall({ atMs: 19_998 })];
    const { frame } = pageCall();
    log.receive({ type: 'page-hints', frame, withCalls: true, dropped: 0, hints });
    log.receive({
      type: 'page-events',
      pageEvents: [19_997, 20_001].map((atMs) => pageEvent.messageSent({ atMs })),
    });
    log.receive(seen('after', 20_000));
    log.receive(seen('open', 9_000));
    expect(log.entries.map(({ facts }) => facts.id)).toEqual(['open', 'after']);
    expect(log.entries.map(({ outcome }) => outcome)).toEqual(['allowed', 'allowed']);
    expect(log.awaited).toEqual([]);
    expect(log.pageEvents.map(({ atMs }) => atMs)).toEqual([20_001]);
    expect(log.recording).toMatchObject({ startedBefore: 0, sinceMs: 100 });
  });

  test('has hints while the current document reports that its calls are observed', () => {
    const { log } = logWith();
    const frame = frameRef({ origin: 'https://a.example' });
    const say = (withCalls: boolean, frameId = 0, dropped = 0) =>
      log.receive({ type: 'page-hints', frame: { ...frame, frameId }, withCalls, dropped, hints: [] });
    const shown = frameFacts(0, 'https://a.example/', { documentId: frame.documentId });
    log.receive({ type: 'frames', frames: [shown], title: null });
    expect(log.recording.hints).toBe(false);
    say(true);
    expect(log.recording.hints).toBe(true);
    say(false, 7);
    expect(log.recording.hints).toBe(true);
    say(false, 0, 3);
    expect(log.recording).toMatchObject({ hints: false, droppedHints: 3 });
  });

  test('counts the requests and hints that the background dropped', () => {
    const { log } = logWith();
    log.receive({ type: 'lost', requests: 2, hints: 5 });
    expect(log.recording).toMatchObject({ dropped: 2, droppedHints: 5 });
  });

  test('keeps its start when the background comes back', () => {
    const { log, ids } = logWith(seen('a', 200));
    log.noteStop();
    log.receive({ ...watching, sinceMs: 500 });
    log.receive(seen('b', 300));
    expect(ids()).toEqual(['a', 'b']);
    expect(log.recording).toMatchObject({ sinceMs: 100, stops: 1 });
  });

  test('removes retracted exchanges', () => {
    expect(logWith(seen('a', 100), seen('b', 200), { type: 'retracted', ids: ['a', 'never'] }).ids()).toEqual(
      ['b'],
    );
  });

  test('calls its listeners after each change until they unsubscribe', () => {
    const { log } = logWith();
    let calls = 0;
    const stop = log.subscribe(() => calls++);
    log.receive(seen('a', 100));
    log.setPreserve(true);
    log.clear();
    stop();
    log.receive(seen('b', 100));
    expect(calls).toBe(3);
    expect(log.changedAtMs).toBe(10_000);
  });

  test('is empty after it was cleared, and starts again', () => {
    const { log, ids } = logWith(seen('a', 100));
    log.clear();
    log.receive(seen('b', 9_999));
    log.receive(seen('c', 10_000));
    expect(ids()).toEqual(['c']);
    expect(log.recording).toMatchObject({ sinceMs: 10_000, startedBefore: 1 });
  });

  test('has the URL, title and frames of its page', () => {
    const frame = frameFacts(0, 'https://page.example/');
    const { log } = logWith({ type: 'frames', frames: [frame], title: 'Page' });
    expect(log.page).toEqual({ url: 'https://page.example/', title: 'Page', frames: [frame] });
    log.receive(navigated(500));
    expect(log.page).toMatchObject({ url: 'https://page.example/next', title: null });
    log.receive({ type: 'gone' });
    expect(log.recording.gone).toBe(true);
  });
});

describe('a navigation', () => {
  test('keeps its own request and later ones', () => {
    const { log, ids } = logWith(seen('a', 100), document('n', 200), seen('b', 250));
    log.receive(navigated(240));
    log.receive(seen('c', 300));
    expect(ids()).toEqual(['n', 'b', 'c']);
    expect(log.recording).toMatchObject({ sawNavigation: true, sinceMs: 200 });
  });

  test('keeps everything if the log is preserved', () => {
    const { log, ids } = logWith(seen('a', 100), document('n', 200));
    log.setPreserve(true);
    log.receive(navigated(240));
    expect(ids()).toEqual(['a', 'n']);
  });

  test('from the back/forward cache, which makes no request, keeps later requests', () => {
    const { log, ids } = logWith(document('n', 200), seen('a', 250));
    log.receive(navigated(240));
    log.receive(navigated(400));
    log.receive(seen('b', 500));
    expect(ids()).toEqual(['b']);
  });

  test("is not a frame's, and not one that is still running", () => {
    const { log, ids } = logWith(
      document('n', 200),
      seen('f', 300, { type: 'sub_frame', frameId: 3 }),
      document('later', 500),
    );
    log.receive(navigated(400));
    expect(ids()).toEqual(['n', 'f', 'later']);
  });

  test('is not that of a tab that the page opened', () => {
    const log = openLog({ nowMs: () => 10_000, tabId: 1 });
    const opened = seen('opened', 230, { type: 'main_frame', tabId: 2 });
    for (const message of [watching, document('n', 200), opened, navigated(240)]) log.receive(message);
    expect(log.entries.map(({ facts }) => facts.id)).toEqual(['n', 'opened']);
  });

  test('removes the requests of the previous page, and does not count them as begun before the recording', () => {
    const { log, ids } = logWith(seen('a', 100, { end: null }, 'pending'), document('n', 200));
    log.receive(navigated(240));
    log.receive(seen('a', 100, { end: { how: 'failed', atMs: 260, error: 'net::ERR_ABORTED' } }, 'failed'));
    expect(ids()).toEqual(['n']);
    expect(log.recording.startedBefore).toBe(0);
  });

  test('resets the count of requests begun before it', () => {
    const { log } = logWith(
      seen('old', 50),
      { type: 'earlier', count: 3 },
      document('n', 200),
      navigated(240),
    );
    expect(log.recording.startedBefore).toBe(0);
  });
});

describe('the limit', () => {
  const small = () => {
    const log = openLog({ nowMs: () => 0, maxEntries: 3 });
    log.receive(watching);
    return log;
  };
  const ids = (log: ReturnType<typeof openLog>) => log.entries.map(({ facts }) => facts.id);

  test('drops the oldest allowed exchanges first and blocked ones last', () => {
    const log = small();
    for (const message of [
      seen('bad', 100, {}, 'blocked'),
      seen('a', 200),
      seen('b', 300, {}, 'opaque'),
      seen('c', 400),
    ]) {
      log.receive(message);
    }
    expect(ids(log)).toEqual(['bad', 'b', 'c']);
    for (const [index, id] of ['x', 'y', 'z'].entries()) log.receive(seen(id, 500 + index, {}, 'blocked'));
    expect(ids(log)).toEqual(['x', 'y', 'z']);
    expect(log.recording.dropped).toBe(4);
  });

  test('drops no running exchange', () => {
    const log = small();
    for (let index = 0; index < 5; index++)
      log.receive(seen(`${index}`, 100 + index, { end: null }, 'pending'));
    expect(ids(log)).toHaveLength(5);
    expect(log.recording.dropped).toBe(0);
  });
});

describe('the verdict of an entry', () => {
  const put = (part: Partial<ExchangeFacts>, id = 'a', hop = {}) =>
    ({
      type: 'exchanges',
      exchanges: [
        {
          facts: exchangeFacts([{ method: 'PUT', ...hop }], { id, startedAtMs: 200, ...part }),
          requestClass: 'preflighted',
          outcome: 'pending',
          mode: 'cors',
        },
      ],
    }) as const satisfies ToWatcher;

  test('exists once the browser is known', () => {
    const log = openLog();
    log.receive(seen('a', 100));
    expect(log.verdict('a')).toBeUndefined();
    log.receive(watching);
    expect(log.verdict('a')?.outcome).toBe('opaque');
    expect(log.verdict('never')).toBeUndefined();
  });

  test('is the same object until its facts or those of its preflight change', () => {
    const { log } = logWith(put({}, 'a', { preflight: 'p' }));
    const first = log.verdict('a');
    log.receive(seen('b', 300));
    expect(log.verdict('a')).toBe(first);

    log.receive(put({ preflightFor: { exchange: 'a', hop: 0 } }, 'p', { method: 'OPTIONS' }));
    const second = log.verdict('a');
    expect(second).not.toBe(first);
    expect(log.verdict('a')).toBe(second);

    log.receive(put({}, 'a', { preflight: 'p' }));
    expect(log.verdict('a')).not.toBe(second);
  });

  test('is gone with its entry', () => {
    const { log } = logWith(seen('a', 100));
    log.verdict('a');
    log.receive({ type: 'retracted', ids: ['a'] });
    expect(log.verdict('a')).toBeUndefined();
  });
});
