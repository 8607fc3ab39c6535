import { describe, expect, test } from 'vitest';
import { openEarly } from '../../src/background/early';
import type { RequestEvent } from '../../src/exchange/facts/facts';
import type { ToWatcher } from '../../src/protocol/messages';

const frame = { frameId: 0, documentId: 'd', origin: 'https://shop.example', url: 'https://shop.example/' };
const hints = (count: number): ToWatcher => ({
  type: 'page-hints',
  frame,
  hints: Array.from({ length: count }, () => ({})),
  withCalls: true,
  dropped: 0,
});
const started = (requestId: string, atMs: number) =>
  ({ type: 'started', requestId, atMs }) as unknown as RequestEvent;
const ended = (requestId: string, atMs: number) =>
  ({ type: 'completed', requestId, atMs }) as unknown as RequestEvent;
const nothing = { events: [], messages: [], lost: { requests: 0, hints: 0 } };

describe('what comes before a watcher is back', () => {
  test('is returned once, for its own tab, in order of time', () => {
    const early = openEarly();
    early.keepEvent(1, ended('a', 20));
    early.keepEvent(1, started('a', 10));
    early.keepEvent(2, started('b', 15));
    early.keepMessage(1, hints(1));
    expect(early.take(1)).toEqual({
      events: [started('a', 10), ended('a', 20)],
      messages: [hints(1)],
      lost: { requests: 0, hints: 0 },
    });
    expect(early.take(1)).toEqual(nothing);
    expect(early.take(2).events).toEqual([started('b', 15)]);
  });

  test('is counted if there is no room for it', () => {
    const early = openEarly();
    for (let n = 0; n < 203; n++) early.keepMessage(1, hints(2));
    early.keepMessage(1, {
      type: 'page-events',
      pageEvents: [{ kind: 'post-message', id: '1', frame, openedTabId: null, atMs: 1, count: 7 }],
    });
    for (let n = 0; n < 100_002; n++) early.keepEvent(2, started(`${n}`, n));
    early.keepEvent(2, ended('0', 0));
    const { messages, lost } = early.take(1);
    expect([messages.length, lost]).toEqual([200, { requests: 0, hints: 3 * 2 + 7 }]);
    expect(early.take(2).lost).toEqual({ requests: 2, hints: 0 });
    // Then there is room again.
    early.keepEvent(2, started('next', 1));
    early.keepMessage(1, hints(1));
    expect([early.take(2).events.length, early.take(1).messages.length]).toEqual([1, 1]);
  });

  test('is dropped for tabs that were not watched', () => {
    const early = openEarly();
    early.keepEvent(1, started('a', 1));
    early.keepEvent(2, started('b', 1));
    early.keepEventsOf(new Set([2]));
    expect(early.take(1)).toEqual(nothing);
    expect(early.take(2).events).toEqual([started('b', 1)]);
    early.keepEvent(3, started('c', 1));
    early.clear();
    expect(early.take(3)).toEqual(nothing);
  });
});
