import { describe, expect, test } from 'vitest';
import type { RelayedPageEvent } from '../../src/protocol/page-events';
import { parsePageEvent } from '../../src/protocol/parse-page-events';
import {
  channelTraffic,
  fragmentChanged,
  messageReceived,
  messageSent,
  ranListener,
  scriptLoaded,
  socketTraffic,
  windowName,
} from '../support/page-events';

const frame = { frameId: 2, documentId: 'd2', origin: 'https://other.example' };
const callSite = { stack: ['at page.js:1:1'] };
const received = messageReceived({
  from: frame,
  fromTabId: 7,
  data: { text: '1', length: 1 },
  listeners: [ranListener({ name: 'heard', registeredAt: callSite, text: 'e => e', reads: ['data'] })],
  readLate: ['origin'],
});
const named = windowName({ before: { origin: 'null', hadSameValue: true } });
const changed = fragmentChanged();

const parse = (value: unknown) => parsePageEvent(value as RelayedPageEvent);

describe('a relayed page event', () => {
  test.each([
    received,
    messageReceived(),
    messageSent({ callSite }),
    named,
    changed,
    socketTraffic(),
    channelTraffic({ from: 'null' }),
    scriptLoaded(),
  ])('stays what it is: %j', (event) => {
    expect(parse(event)).toEqual(event);
  });

  test('has nothing else in it', () => {
    expect(parse({ ...named, state: { length: 1, hash: 2 }, toJSON: 1 })).toEqual(named);
  });

  // biome-ignore format: a table
  test.each([
    { ...received, source: 'browser' },
    { ...received, isTrusted: 1 },
    { ...received, from: 'top' },
    { ...received, senderOrigin: null },
    { ...named, action: 'read' },
    { ...named, before: { origin: 'null' } },
    { ...socketTraffic(), direction: 'both' },
    { ...socketTraffic(), characters: -1 },
    { ...channelTraffic(), channel: 'pipe' },
    { ...channelTraffic(), end: 1 },
    { ...changed, by: 'user' },
    { ...changed, kind: 'request' },
    { ...changed, kind: 'jsonp' },
    { ...scriptLoaded(), script: { ...scriptLoaded().script, calls: null } },
  ])('is none: %j', (value) => {
    expect(parse(value)).toBeNull();
  });

  test('is cut to its bounds', () => {
    const long = 'x'.repeat(1_000_000);
    const event = parse({
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
