import { describe, expect, test } from 'vitest';
import { channelsIn, linesOfRequests, type MapRequest, parentsIn, reached } from '../../src/map/map-source';
import { channel, endOf, mapFrame, someFrame } from '../support/page-maps';

const page = 'https://page.example';
const top = mapFrame(0, null);
const inner = mapFrame(7, 0, 'https://pay.example');
const parents = parentsIn([top, inner]);

function request(part: Partial<MapRequest> & { readonly urls?: readonly string[] } = {}): MapRequest {
  const { urls = [`${page}/a`], ...rest } = part;
  return {
    kind: 'fetch',
    frameId: 0,
    documentId: 'd0',
    origin: page,
    hops: urls.map((url) => ({ url, internal: null })),
    outcome: 'allowed',
    isPreflight: false,
    ...rest,
  };
}

describe('the origins that a request reached', () => {
  // biome-ignore format: a table
  test.each<[string, readonly string[], Record<string, string>]>([
    ['one',                    ['https://a.example/x'],                          { 'https://a.example': 'blocked' }],
    ['all of a redirect',      ['https://a.example/', 'https://b.example:8443/'], { 'https://a.example': 'allowed', 'https://b.example:8443': 'blocked' }],
    ['there and back',         ['https://a.example/', 'https://b.example/', 'https://a.example/'], { 'https://a.example': 'blocked', 'https://b.example': 'allowed' }],
    ['a WebSocket’s server',   ['wss://a.example/'],                             { 'https://a.example': 'blocked' }],
    ['none without a server',  ['data:text/plain,x', 'blob:https://a.example/1'], {}],
  ])('are %s', (_, urls, expected) => {
    expect(Object.fromEntries(reached(request({ urls, outcome: 'blocked' })))).toEqual(expected);
  });

  test('exclude those that the browser itself skipped', () => {
    const hops = [
      { url: 'http://a.example/', internal: 'hsts' },
      { url: 'https://a.example/', internal: null },
    ] as const;
    expect([...reached({ hops, outcome: 'allowed' }).keys()]).toEqual(['https://a.example']);
  });
});

describe('the requester', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<MapRequest>, number | null]>([
    ['a frame',                                {},                                             0],
    ['for a document in a frame: the parent',  { kind: 'frame', frameId: 7, documentId: null }, 0],
    ['for a document in a removed frame',      { kind: 'frame', frameId: 88, documentId: null }, 88],
    ['none for the tab’s own document',        { kind: 'document' },                          null],
    ['none for a preflight',                   { isPreflight: true },                           null],
  ])('%s', (_, part, frameId) => {
    expect(linesOfRequests([request(part)], parents)[0]?.from.frameId ?? null).toBe(frameId);
  });
});

test('counts requests of the same way and outcome together', () => {
  expect(linesOfRequests([request(), request(), request({ outcome: 'blocked' })], parents)).toMatchObject([
    { to: page, outcome: 'allowed', count: 2 },
    { to: page, outcome: 'blocked', count: 1 },
  ]);
  const [a, b] = [endOf(top), someFrame('https://b.example')];
  expect(channelsIn([channel(a, b), channel(a, b, 4), channel(b, a), channel(a, b, 1, 'sent')])).toEqual([
    channel(a, b, 5),
    channel(b, a),
    channel(a, b, 1, 'sent'),
  ]);
});
