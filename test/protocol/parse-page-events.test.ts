import { describe, expect, test } from 'vitest';
import type { RelayedPageEvent } from '../../src/protocol/page-events';
import { parsePageEvent } from '../../src/protocol/parse-page-events';
import { frameRef } from '../support/facts';
import { pageEvent, ranListener, relayed } from '../support/page-events';

const frame = frameRef({ frameId: 2, documentId: 'd2', origin: 'https://other.example' });
const callSite = { stack: ['at page.js:1:1'] };
const received = pageEvent.messageReceived({
  from: frame,
  fromTabId: 7,
  data: { text: '1', length: 1 },
  listeners: [ranListener({ name: 'onMessage', registeredAt: callSite, text: 'e => e', reads: ['data'] })],
  readLate: ['origin'],
});
const named = pageEvent.windowName({ before: { origin: 'null', hadSameValue: true } });
const changed = pageEvent.fragmentChanged();

const parse = (value: unknown) => parsePageEvent(value as RelayedPageEvent);

describe('the parser of relayed page events', () => {
  test.each([
    received,
    pageEvent.messageReceived(),
    pageEvent.messageSent({ callSite }),
    named,
    changed,
    pageEvent.socketTraffic(),
    pageEvent.channelTraffic({ from: 'null' }),
    pageEvent.domainAssigned(),
    pageEvent.storageUse({ top: 'null' }),
    pageEvent.domAccess({ callSite }),
    pageEvent.scriptLoaded(),
    pageEvent.openedDocument(),
    pageEvent.openedDocument({ from: null, hasOpener: true }),
    pageEvent.canvasRefused(),
    pageEvent.canvasRefused({ images: [{ url: 'https://a.example/1', crossOrigin: 'anonymous' }] }),
  ])('returns a valid event unchanged: %j', (event) => {
    expect(parse(relayed(event))).toEqual(event);
  });

  test('removes other fields', () => {
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
    { ...pageEvent.socketTraffic(), direction: 'both' },
    { ...pageEvent.socketTraffic(), characters: -1 },
    { ...pageEvent.channelTraffic(), channel: 'pipe' },
    { ...pageEvent.channelTraffic(), end: 1 },
    { ...pageEvent.domainAssigned(), after: null },
    { ...pageEvent.domAccess(), what: 'style' },
    { ...pageEvent.openedDocument(), hasOpener: null },
    { ...pageEvent.openedDocument(), fromTabId: '1' },
    { ...pageEvent.canvasRefused(), images: 7 },
    { ...pageEvent.storageUse(), what: 'cache' },
    { ...pageEvent.storageUse(), outcome: 'read' },
    { ...pageEvent.storageUse(), isFramed: null },
    { ...changed, by: 'user' },
    { ...changed, kind: 'request' },
    { ...changed, kind: 'jsonp' },
    { ...pageEvent.scriptLoaded(), script: { ...pageEvent.scriptLoaded().script, calls: null } },
  ])('rejects %j', (value) => {
    expect(parse(value)).toBeNull();
  });

  // biome-ignore format: a table
  test.each([
    [`Uncaught SecurityError: Failed to read a named property 'secret' from 'Window': Blocked a frame with origin "https://a.example" from accessing a cross-origin frame.`, 'secret'],
    ['Permission denied to access property "document" on cross-origin object', 'document'],
    ['Uncaught SecurityError: Blocked a frame from accessing a cross-origin frame.', null],
  ])('reads the property from the message %s', (message, property) => {
    const error = { ...pageEvent.domAccess(), what: 'property', url: '', message, place: 'at a.js:1:2' };
    expect(parse(error)).toMatchObject({ property, callSite: { stack: ['at a.js:1:2'] } });
  });

  test('reads one image per line', () => {
    const images = '  https://a.example/1\nanonymous https://a.example/2\nodd https://a.example/3\n';
    expect(parse({ ...pageEvent.canvasRefused(), images: images.slice(1) })).toMatchObject({
      images: [
        { url: 'https://a.example/1', crossOrigin: null },
        { url: 'https://a.example/2', crossOrigin: 'anonymous' },
        { url: 'https://a.example/3', crossOrigin: null },
      ],
    });
    const many = ' https://a.example/\n'.repeat(100);
    expect(parse({ ...pageEvent.canvasRefused(), images: many })).toMatchObject({ images: { length: 8 } });
  });

  test('limits the size of an event', () => {
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
