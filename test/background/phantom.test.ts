import { describe, expect, test } from 'vitest';
import { openPhantomFilter } from '../../src/background/phantom';
import type { RequestEvent, StartedEvent } from '../../src/exchange/facts/facts';
import { frameFacts } from '../support/facts';

const url = 'http://www.a.test/page';
const frames = [
  frameFacts(0, `${url}#top`, { documentId: 'D' }),
  frameFacts(3, `${url}/framed`, { documentId: 'F' }),
];
const started: StartedEvent = {
  type: 'started',
  ancestors: null,
  embedderPolicy: null,
  documentPolicies: null,
  requestId: '7',
  atMs: 1,
  url,
  method: 'GET',
  tabId: 1,
  frameId: 0,
  documentId: 'D',
  initiator: 'unknown',
  kind: 'other',
  resourceType: 'other',
  origin: 'http://www.a.test',
};
const base = { requestId: '7', atMs: 2, url };
const completed = (fromCache: boolean): RequestEvent => ({
  ...base,
  type: 'completed',
  status: 200,
  fromCache,
  serverIp: null,
});
const failed = (error: string): RequestEvent => ({ ...base, type: 'failed', error });

/** The types of the events that pass, for each event given. */
function pass(...events: readonly RequestEvent[]): readonly (readonly string[])[] {
  const filter = openPhantomFilter();
  return events.map((event) => filter.pass(event, frames).map(({ type }) => type));
}

describe("Chrome's phantom request of the document", () => {
  test('is dropped when it comes from the cache', () => {
    expect(pass(started, completed(true))).toEqual([[], []]);
  });

  test('is given back whole when it comes from the network', () => {
    expect(pass(started, completed(false))).toEqual([[], ['started', 'completed']]);
  });

  test('is given back whole when it fails otherwise', () => {
    expect(pass(started, failed('net::ERR_CONNECTION_REFUSED'))).toEqual([[], ['started', 'failed']]);
  });

  test.each([
    ['another type', { resourceType: 'image' }],
    ['another URL', { url: `${url}/other` }],
    ['another document', { documentId: 'E' }],
    ['another frame', { frameId: 3 }],
    ['another method', { method: 'POST' }],
  ])('is not suspected of %s', (_, change) => {
    expect(pass({ ...started, ...change })).toEqual([['started']]);
  });

  test('is the same in a frame, where it may never end', () => {
    const framed = { ...started, frameId: 3, documentId: 'F', url: `${url}/framed` };
    expect(pass(framed, completed(true))).toEqual([[], []]);
    expect(pass(framed, failed('net::ERR_CACHE_MISS'))).toEqual([[], ['started', 'failed']]);
  });

  test('is suspected while the frames are not known', () => {
    expect(openPhantomFilter().pass(started, [])).toEqual([]);
  });
});
