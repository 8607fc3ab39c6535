import { describe, expect, test } from 'vitest';
import type { ExchangeFacts, FrameFacts } from '../../../src/protocol/facts';
import type { PageHint } from '../../../src/protocol/page-hints';
import { openHints } from '../../../src/recording/log/hints';
import { untilIdle } from '../../../src/recording/log/idle';
import { openLog } from '../../../src/recording/log/open-log';
import { exchangeFacts, frameFacts, frameRef } from '../../support/facts';
import { headers } from '../../support/http';
import { askedWorker, ended, pageCall, violation } from '../../support/page-hints';

const url = 'https://api.example/';

/** Opens a log with its own clock and alarm. */
function openTestLog(browser: 'chrome' | 'firefox' = 'firefox') {
  let now = 1_000;
  let alarm: { run: () => void; atMs: number } | null = null;
  const later = (run: () => void, ms: number) => {
    alarm = { run, atMs: now + ms };
  };
  const log = openLog({ tabId: 1, nowMs: () => now, later });
  const info = { name: browser, version: '153' };
  log.receive({ type: 'watching', browser: info, sinceMs: 500, hostPermission: true, isPrivate: false });
  return {
    log,
    say: (...hints: PageHint[]) => {
      for (const hint of hints) {
        const { frame } = hint;
        log.receive({ type: 'page-hints', frame, hints: [hint], withCalls: true, dropped: 0 });
      }
    },
    show: (facts: ExchangeFacts) =>
      log.receive({
        type: 'exchanges',
        exchanges: [{ facts, requestClass: 'simple', outcome: 'unknown', mode: 'cors' }],
      }),
    frames: (frames: readonly FrameFacts[]) => log.receive({ type: 'frames', frames, title: null }),
    pass(ms: number) {
      now += ms;
      while (alarm && alarm.atMs <= now) {
        const { run } = alarm;
        alarm = null;
        run();
      }
    },
  };
}

const answered = (part: Partial<ExchangeFacts> = {}) =>
  exchangeFacts(
    [
      {
        url,
        requestHeaders: headers('Origin: https://page.example'),
        response: { status: 200, headerList: headers('Access-Control-Allow-Origin: *') },
      },
    ],
    part,
  );

describe('a report of the page joins its exchange', () => {
  test.each(['before', 'after'])('when it comes %s', (when) => {
    const { log, say, show } = openTestLog();
    if (when === 'before') say(pageCall());
    show(answered());
    if (when === 'after') say(pageCall());
    expect(log.get('1')).toMatchObject({
      outcome: 'allowed',
      facts: { page: { call: { call: { id: 'c1' } } } },
    });
    expect(log.verdict('1')).toMatchObject({ credentialsMode: { value: 'same-origin', basis: 'observed' } });
    expect(log.awaited).toEqual([]);
  });

  test('and stays when the exchange continues', () => {
    const { log, say, show } = openTestLog();
    show(answered({ end: null }));
    say(pageCall());
    show(answered());
    expect(log.get('1')?.facts.page?.call).not.toBeNull();
  });

  test.each(['before', 'after'])('with its end, reported %s the call', (when) => {
    const { log, say, show } = openTestLog();
    const call = pageCall({ api: 'xhr', credentialsMode: null });
    show(answered());
    say(...(when === 'before' ? [ended('c1', 'error'), call] : [call, ended('c1', 'error')]));
    expect(log.verdict('1')).toMatchObject({
      pageEnd: { value: 'error' },
      outcome: 'blocked',
      outcomeBasis: 'observed',
    });
  });

  test('under the parent, if it comes from an empty frame', () => {
    const { log, say, show, frames } = openTestLog();
    const frame = frameRef({ frameId: 1, documentId: 'empty' });
    say(pageCall({ frame }));
    show(answered());
    expect(log.get('1')?.facts.page).toBeNull();
    frames([
      frameFacts(0, 'https://page.example/', { documentId: 'd1' }),
      frameFacts(1, 'about:blank', { documentId: 'empty', origin: 'https://page.example' }),
    ]);
    expect(log.get('1')?.facts.page?.call).not.toBeNull();
  });

  test('under the page, if Chrome does not list its frame, as with a javascript: URL', () => {
    const { log, say, show, frames } = openTestLog();
    frames([frameFacts(0, 'https://page.example/', { documentId: 'd1' })]);
    say(pageCall({ frame: frameRef({ frameId: 8, documentId: 'written' }) }));
    show(answered());
    expect(log.get('1')?.facts.page?.call).not.toBeNull();
  });

  test('after its page was left, if it is one of fetchLater()', () => {
    const { log, say, show } = openTestLog();
    say(pageCall({ api: 'fetchLater' }));
    log.receive({ type: 'navigated', url: 'https://page.example/next', documentId: 'd2', atMs: 2_000 });
    show(answered({ frameId: 4, startedAtMs: 2_100 }));
    expect(log.get('1')?.facts.page?.call?.call.api).toBe('fetchLater');
  });

  test('under its own document, if that made requests and is gone', () => {
    const { log, say, show, frames } = openTestLog();
    frames([frameFacts(0, 'https://page.example/', { documentId: 'd1' })]);
    say(pageCall({ frame: frameRef({ frameId: 8, documentId: 'gone' }) }));
    show(answered());
    show(answered({ id: '2', requestId: '2', frameId: 8, documentId: 'gone' }));
    expect(log.get('1')?.facts.page).toBeNull();
    expect(log.get('2')?.facts.page?.call).not.toBeNull();
  });

  test('that Firefox reports without a document, because it is kept alive', () => {
    const { log, say, show, frames } = openTestLog();
    frames([frameFacts(0, 'https://page.example/', { documentId: 'd1' })]);
    say(pageCall({ keepalive: true }));
    show(answered({ documentId: null, initiator: 'unknown' }));
    frames([frameFacts(0, 'https://page.example/next', { documentId: 'd2' })]);
    expect(log.get('1')?.facts.page?.call).not.toBeNull();
  });

  test('but not the request of a worker, which has no document either', () => {
    const { log, say, show, frames } = openTestLog();
    frames([frameFacts(0, 'https://page.example/', { documentId: 'd1' })]);
    say(pageCall());
    show(answered({ documentId: null, initiator: 'unknown' }));
    expect(log.get('1')?.facts.page).toBeNull();
  });

  test('and is removed when another request makes it ambiguous', () => {
    const { log, say, show } = openTestLog();
    show(answered());
    say(pageCall());
    show(answered({ id: '2', requestId: '2', startedAtMs: 1_005 }));
    expect(log.get('1')?.facts.page).toMatchObject({ call: null, possible: [{ call: { id: 'c1' } }] });
    log.receive({ type: 'retracted', ids: ['2'] });
    show(answered());
    expect(log.get('1')?.facts.page?.call).not.toBeNull();
  });
});

describe('a call without a request', () => {
  const rows = (log: ReturnType<typeof openTestLog>['log']) =>
    log.entries.map(({ facts, outcome }) => `${facts.requestId || '-'} ${outcome}`);

  test('becomes a row after two seconds, and not before', () => {
    const { log, say, pass } = openTestLog();
    say(pageCall());
    pass(1_900);
    expect(rows(log)).toEqual([]);
    expect(log.awaited).toHaveLength(1);
    pass(200);
    expect(rows(log)).toEqual(['- unknown']);
    expect(log.awaited).toEqual([]);
  });

  test('is blocked once the page reports a violation, even late', () => {
    const { log, say, pass } = openTestLog();
    say(pageCall());
    pass(2_100);
    say(violation());
    expect(rows(log)).toEqual(['- blocked']);
  });

  test('is no longer a row when its request arrives after all', () => {
    const { log, say, show, pass } = openTestLog();
    say(pageCall());
    pass(2_100);
    show(answered({ startedAtMs: 4_000 }));
    expect(rows(log)).toEqual(['1 allowed']);
  });

  test('has no row if its page was left', () => {
    const { log, say, pass } = openTestLog();
    say(pageCall());
    log.receive({ type: 'navigated', url: 'https://page.example/2', documentId: 'd2', atMs: 1_500 });
    pass(3_000);
    expect(rows(log)).toEqual([]);
  });

  test('has no row after the log was cleared, or if it began before the recording', () => {
    const { log, say, pass } = openTestLog();
    say(pageCall(), pageCall({ id: 'c0', atMs: 400 }));
    pass(10);
    log.clear();
    pass(3_000);
    expect(rows(log)).toEqual([]);
  });

  test('is reported once, even if it is reported again', () => {
    const { log, say, pass } = openTestLog();
    say(pageCall(), pageCall({ credentialsMode: 'include' }));
    pass(2_100);
    expect(log.entries).toHaveLength(1);
    expect(log.verdict(log.entries[0]!.facts.id)?.credentialsMode.value).toBe('same-origin');
  });

  test('keeps the log from being idle, and is named if it never ends', async () => {
    const { log, say, pass } = openTestLog();
    say(pageCall());
    const idle = untilIdle(log, { quietMs: 0, timeoutMs: 0 });
    await expect(idle).rejects.toThrow(`still open: GET ${url}`);
    pass(2_100);
    await untilIdle(log, { quietMs: 0 });
  });

  test('is awaited again if a frame still had reports', async () => {
    const { log, say, pass } = openTestLog();
    const late = [pageCall()];
    const flush = async () => {
      pass(1);
      for (const call of late.splice(0)) say(call);
    };
    const idle = untilIdle(log, { quietMs: 0, timeoutMs: 0 }, flush);
    await expect(idle).rejects.toThrow(`still open: GET ${url}`);
  });
});

describe('the answer of a service worker', () => {
  const shown = (log: ReturnType<typeof openTestLog>['log']) =>
    log.entries.map(({ facts, outcome }) => `${facts.id} ${outcome}`);

  test('becomes the row of its call at once, and the log is not idle before', async () => {
    const { log, say, pass } = openTestLog('chrome');
    say(pageCall(), askedWorker());
    const idle = untilIdle(log, { quietMs: 0, timeoutMs: 0 });
    await expect(idle).rejects.toThrow(`still open: GET ${url}, ${url}`);
    pass(300);
    expect(shown(log)).toEqual(['call d1 c1 allowed']);
    expect(log.awaited).toEqual([]);
  });

  test('becomes the row of a call that had no request', () => {
    const { log, say, pass } = openTestLog('chrome');
    say(pageCall());
    pass(2_100);
    expect(shown(log)).toEqual(['call d1 c1 unknown']);
    say(askedWorker({ atMs: 3_000 }));
    pass(300);
    expect(shown(log)).toEqual(['call d1 c1 allowed']);
  });

  test('gets a row of its own without a reported call', () => {
    const { log, say, pass } = openTestLog('chrome');
    say(askedWorker(), askedWorker());
    pass(300);
    expect(shown(log)).toEqual(['d1 worker 1 allowed', 'd1 worker 2 allowed']);
    expect(log.verdict('d1 worker 1')?.assumptions).toEqual([{ field: 'method', because: 'answer-timed' }]);
  });

  test.each(['before', 'after'])('gets no row for a request that was sent, observed %s it', (when) => {
    const { log, say, show, pass } = openTestLog('chrome');
    if (when === 'before') show(answered());
    say(askedWorker());
    pass(300);
    if (when === 'after') show(answered());
    // The row that resulted from it is removed with the next change.
    pass(300);
    expect(shown(log)).toEqual(['1 unknown']);
  });

  test('gets no row for a request that was sent, even if it was forgotten since', () => {
    const { log, say, show, pass } = openTestLog('chrome');
    show(answered());
    say(askedWorker());
    pass(300);
    log.receive({ type: 'retracted', ids: ['1'] });
    say(pageCall({ id: 'c2', atMs: 1_290 }));
    pass(2_500);
    expect(shown(log)).toEqual(['call d1 c2 unknown']);
  });

  test('is shown if it began during the recording', () => {
    const { log, say, pass } = openTestLog('chrome');
    say(askedWorker({ startedAtMs: 400 }));
    pass(300);
    expect(shown(log)).toEqual([]);
    expect(log.recording.startedBefore).toBe(0);
  });

  test('is not shown without permission to observe requests', () => {
    const { log, say, pass } = openTestLog('chrome');
    log.receive({ type: 'permission', hostPermission: false });
    say(askedWorker());
    pass(300);
    expect(shown(log)).toEqual([]);
  });

  test.each([
    ['is the document itself', false, 0, ['d2 worker 1 allowed']],
    ['but not one that was requested', true, 0, ['n unknown']],
    ['nor a frame, which its parent reports', false, 3, []],
  ])('%s', (_, isRequested, frameId, expected) => {
    const { log, say, show, pass } = openTestLog('chrome');
    const page = 'https://page.example/2';
    if (isRequested) {
      show(
        exchangeFacts([{ url: page }], {
          id: 'n',
          type: 'main_frame',
          documentId: null,
          origin: null,
          startedAtMs: 1_410,
        }),
      );
    }
    log.receive({ type: 'navigated', url: page, documentId: 'd2', atMs: 1_500 });
    const frame = frameRef({ frameId, documentId: 'd2' });
    say(askedWorker({ frame, by: 'navigation', url: page, startedAtMs: 1_400, atMs: 1_600 }));
    pass(300);
    expect(shown(log)).toEqual(expected);
    expect(log.recording.startedBefore).toBe(0);
  });

  test('has no row if its page was left or the log was cleared', () => {
    const { log, say, pass } = openTestLog('chrome');
    say(askedWorker());
    log.receive({ type: 'navigated', url: 'https://page.example/2', documentId: 'd2', atMs: 1_200 });
    pass(300);
    say(askedWorker({ atMs: 1_300, startedAtMs: 1_250 }));
    pass(10);
    log.clear();
    pass(2_000);
    expect(shown(log)).toEqual([]);
  });
});

test('many calls without requests become rows in batches of a hundred', () => {
  const hints = openHints(() => []);
  const calls = Array.from({ length: 250 }, (_, index) =>
    pageCall({ id: `${index}`, url: `ftp://a.example/${index}` }),
  );
  hints.take(calls, 1_000);
  expect(hints.settle(1_000).rows).toEqual([]);
  const sizes = [];
  while (hints.dueAtMs !== null) sizes.push(hints.settle(10_000).rows.length);
  expect(sizes).toEqual([100, 100, 50]);
});
