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

  test('has them where they began, preflights left out', () => {
    expect(timelineOf(events, entries, noMessagesFilter).map(rowId)).toEqual(['r1', 'r2', 'a', 'b', 'r3']);
    expect(timelineOf([], entries, noMessagesFilter).map(rowId)).toEqual(['r1', 'r2', 'r3']);
  });

  test('has those that the words and the origin let through, and none beside a line of the map', () => {
    const ids = (part: object) => timelineOf(events, entries, { ...noMessagesFilter, ...part }).map(rowId);
    expect(ids({ text: 'other' })).toEqual(['r2', 'a', 'b']);
    expect(ids({ origin: 'https://other.example' })).toEqual(['r2', 'a', 'b']);
    expect(ids({ origin: page })).toEqual(['r1', 'r2', 'a', 'b', 'r3']);
    expect(ids({ on: { label: '', includes: () => true } })).toEqual(['a', 'b']);
  });
});

describe('lanes', () => {
  const inner = frame(7, 'https://pay.example');
  const up = pageEvent.messageReceived({ frame: frame(0), from: inner });
  const unseen = pageEvent.messageReceived({ frame: inner, senderOrigin: 'https://x.example' });
  const lanes = lanesOf([up, unseen]);

  // biome-ignore format: a table
  test.each([
    ['a message goes from its sender’s to its receiver’s', up,                                        [1, 0]],
    ['an origin whose frame is not known has one',         unseen,                                    [2, 1]],
    ['a frame has one, whoever names it',                  pageEvent.messageReceived({ frame: frame(0), from: inner, fromTabId: 3 }), [1, 0]],
    ['a window keeps its name in its own',                 pageEvent.windowName({ frame: inner }),              [1, 1]],
    ['a name from before is of the same window',           pageEvent.windowName({ frame: inner, action: 'survived', before: { origin: page, hadSameValue: true } }), [1, 1]],
    ['who is not visible has none',                        pageEvent.fragmentChanged({ frame: frame(0) }),      [null, 0]],
    ['a socket’s goes out to its server',                  pageEvent.socketTraffic({ frame: inner }),           [1, 'out']],
    ['and comes in from there',                            pageEvent.socketTraffic({ frame: inner, direction: 'received' }), ['out', 1]],
    ['what a script stores stays in its frame',            pageEvent.storageUse({ frame: inner }),              [1, null]],
    ['a frame that came since the lanes were made shows nowhere yet', pageEvent.messageReceived({ frame: frame(0), from: frame(9, 'https://new.example') }), [null, null]],
    ['a request leaves its frame’s',                       entry('r', 1, 'https://api.example/', 7),  [1, 'out']],
    ['a request of a frame that said nothing has none',    entry('r', 1, 'https://api.example/', 99), [null, 'out']],
  ])('%s', (_, row, expected) => {
    expect(lanes.of(row)).toEqual(expected);
  });

  test('stay where they are when others come, and those beyond the eighth share one', () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      pageEvent.messageReceived({ frame: frame(0), from: frame(index + 1, 'https://x.example') }),
    );
    const all = lanesOf(many);
    expect(all).toMatchObject({ count: 9, isShared: true });
    expect(many.map((row) => all.of(row)[0])).toEqual([1, 2, 3, 4, 5, 6, 7, ...Array<number>(13).fill(8)]);
    const two = pageEvent.messageReceived({
      frame: frame(12, 'https://x.example'),
      from: frame(13, 'https://x.example'),
    });
    expect(all.of(two)).toEqual([8, null]);
    expect(many.slice(0, 3).map((row) => lanesOf(many.slice(0, 3)).of(row)[0])).toEqual([1, 2, 3]);
  });
});
