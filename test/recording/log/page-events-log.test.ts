import { describe, expect, test } from 'vitest';
import { openPageEvents } from '../../../src/recording/log/page-events-log';
import { pageEvents } from '../../devtools/gallery/page-events';
import { frameRef } from '../../support/facts';
import { pageEvent, relayed } from '../../support/page-events';

const at = (atMs: number, part: Parameters<typeof pageEvent.messageReceived>[0] = {}) =>
  pageEvent.messageReceived({ id: `at ${atMs}`, atMs, ...part });
const times = (events: { readonly all: readonly { readonly atMs: number }[] }) =>
  events.all.map(({ atMs }) => atMs);

describe('the page events of a log', () => {
  test('are in order of time, whichever frame reports first', () => {
    const events = openPageEvents(10);
    events.keep([at(100), at(300)]);
    events.keep([at(50), at(200), at(400)]);
    expect(times(events)).toEqual([50, 100, 200, 300, 400]);
  });

  test('are all that the gallery has of a shop', () => {
    const events = openPageEvents(100);
    events.keep(pageEvents.map(relayed));
    expect(events.all).toEqual(pageEvents);
  });

  test('are the same array until something changes', () => {
    const events = openPageEvents(10);
    events.keep([at(1)]);
    const { all } = events;
    events.keep([]);
    expect(events.all).toBe(all);
    events.keep([at(2)]);
    expect(events.all).not.toBe(all);
    expect(times({ all })).toEqual([1]);
  });

  test('lose the oldest above the limit, and count them exactly', () => {
    const events = openPageEvents(2);
    events.keep([at(1, { count: 7 }), at(2), at(3)]);
    expect(times(events)).toEqual([2, 3]);
    expect(events.dropped).toBe(7);
  });

  test('are removed with their page, even if they are reported late', () => {
    const events = openPageEvents(10);
    const ofNext = frameRef({ documentId: 'd2', origin: null });
    events.keep([at(1), at(2)]);
    events.cut(10, 'd2');
    events.keep([at(9), at(9, { frame: ofNext }), at(11)]);
    expect(times(events)).toEqual([9, 11]);
  });

  test('are empty after clearing, and none were dropped', () => {
    const events = openPageEvents(1);
    events.keep([at(1), at(2)]);
    events.clear(10);
    expect([events.all, events.dropped]).toEqual([[], 0]);
    events.keep([at(9)]);
    expect(events.all).toEqual([]);
  });
});
