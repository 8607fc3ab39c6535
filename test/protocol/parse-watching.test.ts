import { describe, expect, test } from 'vitest';
import { parserOf } from '../../src/protocol/bounded-schemas';
import { exchangeFacts as schema } from '../../src/protocol/fact-schemas';
import type { ToWatcher } from '../../src/protocol/messages';
import { parseFromCookieAsker } from '../../src/protocol/parse-from-cookie-asker';
import { parseFromWatcher } from '../../src/protocol/parse-from-watcher';
import { parseToCookieAsker } from '../../src/protocol/parse-to-cookie-asker';
import { parseToWatcher } from '../../src/protocol/parse-to-watcher';
import { exchangeFacts, hopFacts } from '../support/facts';

const facts = exchangeFacts([
  { requestHeaders: [['Cookie', 'a=b']], redirectedTo: 'https://b.example/' },
  {},
]);
const parseExchangeFacts = parserOf(schema);
const frame = { frameId: 0, documentId: 'd', origin: 'https://a.example' };

describe('the parser of the facts of an exchange', () => {
  test.each([
    facts,
    exchangeFacts([{}], { tabId: -1, frameId: -1, documentId: null, end: null, origin: null }),
    exchangeFacts([{}], { end: { how: 'failed', atMs: 1, error: 'net::ERR_FAILED' } }),
    exchangeFacts([{}], { end: { how: 'closed', atMs: 1, because: 'document-gone' } }),
    exchangeFacts([{ internal: 'hsts', preflight: '7', fromCache: null, response: null }], {
      ancestors: ['https://a.example', 'null'],
      preflightFor: { exchange: '2', hop: 0 },
    }),
  ])('returns valid facts unchanged: %#', (valid) => {
    expect(parseExchangeFacts(valid)).toEqual(valid);
  });

  test('removes other fields, and what the page reported', () => {
    const page = { call: null, possible: [], violations: [] };
    const more = { ...facts, page, extra: 1, hops: [{ ...hopFacts(), extra: 1 }] };
    expect(parseExchangeFacts(more)).toEqual({ ...facts, hops: [hopFacts()] });
  });

  // biome-ignore format: a table
  test.each<[string, unknown]>([
    ['text',                             'x'],
    ['null',                             null],
    ['no hop',                           { ...facts, hops: [] }],
    ['an empty hop',                     { ...facts, hops: [hopFacts(), {}] }],
    ['more hops than a browser follows', { ...facts, hops: Array.from({ length: 101 }, () => hopFacts()) }],
    ['a header without a value',         { ...facts, hops: [hopFacts({ requestHeaders: [['x']] as never })] }],
    ['an id that is not text',           { ...facts, id: 7 }],
    ['a tab id that is not whole',       { ...facts, tabId: 1.5 }],
    ['a time that is not a number',      { ...facts, startedAtMs: Number.NaN }],
    ['an unknown initiator',             { ...facts, initiator: 'toString' }],
    ['an unknown end',                   { ...facts, end: { how: 'vanished', atMs: 1 } }],
    ['an end without its reason',        { ...facts, end: { how: 'closed', atMs: 1, because: 'boredom' } }],
    ['a field left out',                 { ...facts, ancestors: undefined }],
  ])('returns null for %s', (_, value) => {
    expect(parseExchangeFacts(value)).toBeNull();
  });

  test('cuts a URL that is longer than the recorded length', () => {
    const url = `https://a.example/${'x'.repeat(100_000)}`;
    const parsed = parseExchangeFacts(exchangeFacts([{ url }]));
    expect(parsed?.hops[0]?.url).toHaveLength(64 * 1024 + 40);
  });
});

describe('the parser of messages from a watcher', () => {
  test.each([
    { type: 'watch', tabId: 7, open: [facts], data: true },
    { type: 'data', on: false },
    { type: 'flush' },
    { type: 'permit' },
    { type: 'beat' },
  ])('returns a valid message unchanged: %j', (message) => {
    expect(parseFromWatcher({ ...message, extra: 1 })).toEqual(message);
  });

  test('leaves out exchanges that are not valid', () => {
    const message = { type: 'watch', tabId: 7, open: [null, facts, { ...facts, hops: [] }], data: false };
    expect(parseFromWatcher(message)).toEqual({ ...message, open: [facts] });
  });

  test.each([
    null,
    'watch',
    { type: 'watch' },
    { type: 'watch', tabId: '7', open: [] },
    { type: 'watch', tabId: 7, open: {} },
    { type: 'data', on: 'yes' },
    { type: 'toString' },
    { type: 'gone' },
  ])('returns null for %j', (message) => {
    expect(parseFromWatcher(message)).toBeNull();
  });
});

describe('the parser of messages to a watcher', () => {
  const event = { id: 'e', kind: 'jsonp', frame, openedTabId: null, atMs: 1, count: 1, script: { url: 'x' } };
  const messages: readonly ToWatcher[] = [
    {
      type: 'watching',
      browser: { name: 'firefox', version: '153' },
      sinceMs: 1,
      hostPermission: true,
      isPrivate: false,
    },
    { type: 'earlier', count: 3 },
    {
      type: 'exchanges',
      exchanges: [{ facts, requestClass: 'preflighted', outcome: 'blocked', mode: 'cors' }],
    },
    { type: 'retracted', ids: ['1'] },
    { type: 'page-hints', frame, hints: [{ type: 'call' }], withCalls: true, dropped: 2 },
    { type: 'page-events', pageEvents: [event] },
    { type: 'started-before', ids: ['1', '2'] },
    { type: 'lost', requests: 1, hints: 2 },
    { type: 'withheld', count: 1 },
    { type: 'frames', frames: [{ ...frame, parentFrameId: -1, url: 'https://a.example/' }], title: null },
    { type: 'navigated', url: 'https://a.example/', documentId: null, atMs: 1 },
    { type: 'permission', hostPermission: false },
    { type: 'flushed' },
    { type: 'gone' },
  ];

  test.each(messages)('returns a valid message unchanged: $type', (message) => {
    expect(parseToWatcher(message)).toEqual(message);
  });

  test.each([
    null,
    { type: 'constructor' },
    { type: 'watch', tabId: 1, open: [], data: false },
    { type: 'exchanges' },
    { type: 'frames', frames: [], title: 7 },
    { type: 'page-hints', frame: { frameId: -1 }, hints: [], withCalls: true, dropped: 0 },
  ])('returns null for %j', (message) => {
    expect(parseToWatcher(message)).toBeNull();
  });

  test('leaves out list items that are not valid', () => {
    const exchange = { facts, requestClass: 'simple', outcome: 'allowed', mode: 'cors' };
    const exchanges = [exchange, { ...exchange, outcome: 'fine' }, { ...exchange, facts: {} }, null];
    expect(parseToWatcher({ type: 'exchanges', exchanges })).toEqual({
      type: 'exchanges',
      exchanges: [exchange],
    });
    const pageEvents = [event, { ...event, count: 0 }, { ...event, frame: null }];
    expect(parseToWatcher({ type: 'page-events', pageEvents })).toEqual({
      type: 'page-events',
      pageEvents: [event],
    });
  });
});

describe('the parsers of messages about cookies', () => {
  const cookie = {
    name: 'a',
    value: 'b',
    domain: '.a.example',
    hostOnly: false,
    path: '/',
    secure: true,
    sameSite: 'lax',
    expirationDate: 1,
    partitionKey: { topLevelSite: 'https://b.example' },
  };

  test.each([{ type: 'kept', tabId: 1, hosts: ['a.example'] }, { type: 'permit' }])(
    'return a valid message to the background unchanged: %j',
    (message) => {
      expect(parseFromCookieAsker({ ...message, extra: 1 })).toEqual(message);
    },
  );

  test.each([
    null,
    { type: 'kept' },
    { type: 'kept', tabId: 1, hosts: 'a' },
    { type: 'kept', tabId: 'x', hosts: [] },
  ])('return null for a message to the background: %j', (message) => {
    expect(parseFromCookieAsker(message)).toBeNull();
  });

  test.each([{ type: 'kept', cookies: [cookie] }, { type: 'kept', cookies: null }, { type: 'permitted' }])(
    'return a valid message to the panel unchanged: %j',
    (message) => {
      expect(parseToCookieAsker(message)).toEqual(message);
    },
  );

  test('remove other fields of a cookie, and cookies that are not valid', () => {
    const cookies = [
      { ...cookie, storeId: '0' },
      { ...cookie, name: 7 },
    ];
    expect(parseToCookieAsker({ type: 'kept', cookies })).toEqual({ type: 'kept', cookies: [cookie] });
    expect(parseToCookieAsker({ type: 'other' })).toBeNull();
  });
});
