import { describe, expect, test } from 'vitest';
import type { ToldEvent } from '../../src/protocol/content';
import {
  parseCounted,
  parseFromContent,
  parseHandedOver,
  parsePageEvent,
} from '../../src/protocol/parse-page-events';

const received: ToldEvent = {
  kind: 'post-message',
  direction: 'received',
  source: 'extension',
  atMs: 1,
  count: 1,
  senderOrigin: 'https://other.example',
  isTrusted: true,
  from: { tabId: 1, frameId: 2 },
  data: { text: '1', length: 1 },
  listeners: [
    { id: 1, name: 'heard', registeredAt: { stack: ['at page.js:1:1'] }, text: 'e => e', reads: ['data'] },
  ],
  readLate: ['origin'],
};
const named: ToldEvent = {
  kind: 'window-name',
  source: 'page',
  action: 'written',
  atMs: 1,
  count: 1,
  value: { text: 'x', length: 1 },
  callSite: null,
  state: { length: 1, hash: 2 },
};
const changed: ToldEvent = {
  kind: 'location-hash',
  source: 'extension',
  atMs: 1,
  count: 1,
  oldUrl: 'https://a.example/',
  newUrl: 'https://a.example/#x',
  by: 'not-visible',
  callSite: null,
};

describe('a page event that a frame tells', () => {
  test.each([received, named, changed])('stays what it is: %j', (event) => {
    expect(parsePageEvent(event)).toEqual(event);
  });

  test('has nothing else in it', () => {
    expect(parsePageEvent({ ...named, id: 'forged', frame: { frameId: 0 }, toJSON: 1 })).toEqual(named);
  });

  // biome-ignore format: a table
  test.each([
    null, 7, 'text', [], {},
    { ...received, count: 0 },
    { ...received, count: 1.5 },
    { ...received, atMs: Number.NaN },
    { ...received, source: 'browser' },
    { ...received, isTrusted: 1 },
    { ...received, from: 'top' },
    { ...received, senderOrigin: null },
    { ...named, action: 'read' },
    { ...named, state: { length: -1, hash: 0 } },
    { ...changed, by: 'user' },
    { ...changed, kind: 'request' },
  ])('is none: %j', (value) => {
    expect(parsePageEvent(value)).toBeNull();
  });

  test('is cut to its bounds', () => {
    const long = 'x'.repeat(1_000_000);
    const event = parsePageEvent({
      ...received,
      senderOrigin: long,
      data: { text: long, length: null },
      listeners: Array.from({ length: 1000 }, (_, id) => ({
        id,
        name: long,
        registeredAt: { stack: [long] },
      })),
    });
    expect(JSON.stringify(event).length).toBeLessThan(150_000);
  });
});

describe('what the page world hands over', () => {
  test('is parsed record by record', () => {
    const text =
      '[{"kind":"ran","receipt":1,"listener":2},{"kind":"??"},null,{"kind":"sent","atMs":1,"count":2,"stack":null}]';
    expect(parseHandedOver(text)).toEqual([
      { kind: 'ran', receipt: 1, listener: 2, reads: null },
      { kind: 'sent', atMs: 1, count: 2, stack: null },
    ]);
  });

  const said = { kind: 'hint', type: 'call', id: '1', atMs: 1, api: 'fetch', url: 'https://a.example/' };

  test('is a call in its own words, under a name that none of our own world has', () => {
    const text = JSON.stringify([{ ...said, stack: 'at load', frame: { frameId: 7 }, signals: [1] }]);
    const [record] = parseHandedOver(text);
    expect(record).toMatchObject({ kind: 'hint', atMs: 1, stack: 'at load' });
    const { words } = record as Extract<typeof record, { kind: 'hint' }>;
    expect(words).toMatchObject({ type: 'call', id: 'script 1', api: 'fetch', url: 'https://a.example/' });
    expect(Object.keys(words)).not.toContain('frame');
    expect(Object.keys(words)).not.toContain('signals');
  });

  test("is never what is our own world's to say", () => {
    const forged = [
      { ...said, api: 'element' },
      { ...said, type: 'csp-violation', blockedUrl: 'https://a.example/', directive: 'connect-src' },
      { ...said, atMs: null },
    ];
    expect(parseHandedOver(JSON.stringify(forged.slice(0, 2)))).toEqual([]);
    expect(parseHandedOver(JSON.stringify(forged.slice(2)))).toEqual([]);
    const [ended] = parseHandedOver(
      JSON.stringify([{ ...said, type: 'ended', call: 'element-1', how: 'load' }]),
    );
    expect(ended).toMatchObject({ words: { call: 'script element-1' } });
  });

  test.each(['', '{', '{}', '7', 'null'])('is nothing in %j', (text) => {
    expect(parseHandedOver(text)).toEqual([]);
  });
});

describe('a message of a frame', () => {
  test.each([
    { type: 'here', origin: 'null' },
    { type: 'name', origin: 'https://a.example', state: { length: 0, hash: 1 } },
    {
      type: 'where',
      whereabouts: { tab: 'opened', openedFrom: [], spot: [[1, 2]], origin: 'https://a.example' },
    },
    { type: 'page-events', origin: 'https://a.example', events: [changed] },
    { type: 'page-hints', origin: 'https://a.example', hints: [], withCalls: true, dropped: 3 },
  ])('stays what it is: %j', (message) => {
    expect(parseFromContent(message)).toEqual(message);
  });

  test('is none with a step missing on the way', () => {
    const whereabouts = { tab: 'here', openedFrom: null, spot: [[0, 1], 'x'], origin: 'null' };
    expect(parseFromContent({ type: 'where', whereabouts })).toBeNull();
  });
});

describe("messages that the page's world counted", () => {
  const text = 'true 5 7';

  test('are so many from a window of an origin', () => {
    expect(parseCounted(null, 'https://a.example', text)).toEqual({
      source: null,
      senderOrigin: 'https://a.example',
      isTrusted: true,
      atMs: 5,
      count: 7,
    });
    expect(parseCounted(null, 'x'.repeat(5_000), text)?.senderOrigin).toHaveLength(1_000);
  });

  test.each([
    ['', ''],
    ['', '7'],
    ['', 'true 5 0'],
    ['', 'true x 1'],
    ['', 'true 5 1.5'],
    [null, text],
  ])('are none of %j %s', (origin, said) => {
    expect(parseCounted(null, origin, said)).toBeNull();
  });
});
