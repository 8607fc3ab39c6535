import { describe, expect, test } from 'vitest';
import { lanesOf } from '../../../src/devtools/store/lanes';
import { noMessagesFilter } from '../../../src/recording/crossings/messages-filter';
import { rowId, timelineOf } from '../../../src/recording/crossings/timeline';
import type { Entry } from '../../../src/recording/log/entries';
import { exchangeFacts, frameRef } from '../../support/facts';
import { pageEvent } from '../../support/page-events';

const page = 'https://page.example';
const frame = (frameId: number, origin = page) => frameRef({ frameId, documentId: `d${frameId}`, origin });

function entry(id: string, startedAtMs: number, url = 'https://api.example/', frameId = 0): Entry {
  return {
    facts: exchangeFacts([{ url }], { id, startedAtMs, frameId }),
    requestClass: 'simple',
    outcome: 'blocked',
    mode: 'cors',
  };
}

describe('the timeline with requests', () => {
  const events = [
    pageEvent.messageReceived({ id: 'a', atMs: 10 }),
    pageEvent.messageReceived({ id: 'b', atMs: 30 }),
  ];
  const entries = [
    entry('r1', 5),
    entry('r2', 10, 'https://other.example/x'),
    { ...entry('p', 15), facts: { ...entry('p', 15).facts, preflightFor: { exchange: 'r2', hop: 0 } } },
    entry('r3', 40),
  ];

  test('lists requests by their start, without preflights', () => {
    expect(timelineOf(events, entries, noMessagesFilter).map(rowId)).toEqual(['r1', 'r2', 'a', 'b', 'r3']);
    expect(timelineOf([], entries, noMessagesFilter).map(rowId)).toEqual(['r1', 'r2', 'r3']);
  });

  test('filters requests by text and origin, and lists none for a line of the map', () => {
    const ids = (part: object) => timelineOf(events, entries, { ...noMessagesFilter, ...part }).map(rowId);
    expect(ids({ text: 'other' })).toEqual(['r2', 'a', 'b']);
    expect(ids({ origin: 'https://other.example' })).toEqual(['r2', 'a', 'b']);
    expect(ids({ origin: page })).toEqual(['r1', 'r2', 'a', 'b', 'r3']);
    expect(ids({ on: { label: '', includes: () => true } })).toEqual(['a', 'b']);
  });
});

describe('the lanes of the timeline', () => {
  const inner = frame(7, 'https://pay.example');
  const up = pageEvent.messageReceived({ frame: frame(0), from: inner });
  const unseen = pageEvent.messageReceived({ frame: inner, senderOrigin: 'https://x.example' });
  const lanes = lanesOf([up, unseen]);

  // biome-ignore format: a table
  test.each([
    ['connect the sender and the receiver of a message',    up,                                        [1, 0]],
    ['include one for an origin without a known frame',     unseen,                                    [2, 1]],
    ['include one per frame, regardless of its tab',        pageEvent.messageReceived({ frame: frame(0), from: inner, fromTabId: 3 }), [1, 0]],
    ['show a window’s name in its own lane',                pageEvent.windowName({ frame: inner }),              [1, 1]],
    ['show a found name in the same lane',                  pageEvent.windowName({ frame: inner, action: 'survived', before: { origin: page, hadSameValue: true } }), [1, 1]],
    ['show no sender if it is not visible',                 pageEvent.fragmentChanged({ frame: frame(0) }),      [null, 0]],
    ['lead out to the server of a socket',                  pageEvent.socketTraffic({ frame: inner }),           [1, 'out']],
    ['lead in from the server of a socket',                 pageEvent.socketTraffic({ frame: inner, direction: 'received' }), ['out', 1]],
    ['show storage in its frame',                           pageEvent.storageUse({ frame: inner }),              [1, null]],
    ['do not show a frame added after they were computed',  pageEvent.messageReceived({ frame: frame(0), from: frame(9, 'https://new.example') }), [null, null]],
    ['lead out of the frame of a request',                  entry('r', 1, 'https://api.example/', 7),  [1, 'out']],
    ['show no frame if a request’s frame has no events',    entry('r', 1, 'https://api.example/', 99), [null, 'out']],
  ])('%s', (_, row, expected) => {
    expect(lanes.of(row)).toEqual(expected);
  });

  test('keep their position when others are added, and share one lane beyond the eighth', () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      pageEvent.messageReceived({ frame: frame(0), from: frame(index + 1, 'https://x.example') }),
    );
    const manyLanes = lanesOf(many);
    expect(manyLanes).toMatchObject({ count: 9, isShared: true });
    expect(many.map((row) => manyLanes.of(row)[0])).toEqual([
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      ...Array<number>(13).fill(8),
    ]);
    const two = pageEvent.messageReceived({
      frame: frame(12, 'https://x.example'),
      from: frame(13, 'https://x.example'),
    });
    expect(manyLanes.of(two)).toEqual([8, null]);
    expect(many.slice(0, 3).map((row) => lanesOf(many.slice(0, 3)).of(row)[0])).toEqual([1, 2, 3]);
  });
});
