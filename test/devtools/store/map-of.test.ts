import { describe, expect, test } from 'vitest';
import { isOn, mapSourceOf, requestsOn } from '../../../src/devtools/store/map-of';
import { channelsIn, linesOfRequests, parentsIn } from '../../../src/map/map-source';
import type { ChannelEdge, RequestEdge } from '../../../src/map/model';
import { pageMap } from '../../../src/map/page-map';
import { relaysOf } from '../../../src/recording/crossings/relays-of';
import { nestedFrames } from '../../support/facts';
import { pageEvent } from '../../support/page-events';
import { manyFrames } from '../gallery/many-frames';

const { frames, pageEvents, exchanges } = manyFrames(26);
const page = { url: 'https://page.example/', title: null, frames };
const relays = relaysOf(pageEvents, exchanges, frames);
const source = mapSourceOf(page, exchanges, pageEvents, relays);
const map = pageMap(source, false);

test('counts a log once for each direction, with the same result each time', () => {
  expect(channelsIn(source.channels)).toEqual(source.channels);
  expect(source.channels.reduce((sum, { count }) => sum + count, 0)).toBe(
    pageEvents.reduce((sum, { count }) => sum + count, 0),
  );
  const lines = linesOfRequests(
    exchanges.map(({ facts, outcome }) => ({ ...facts, outcome, isPreflight: false })),
    parentsIn(source.frames),
  );
  expect(source.requests).toEqual(lines);
  expect(mapSourceOf(page, exchanges, pageEvents, relays)).toEqual(source);
});

describe('the requests and events of a line', () => {
  const requestEdges = map.edges.filter((edge): edge is RequestEdge => edge.type === 'requests');
  const channelEdges = map.edges.filter((edge): edge is ChannelEdge => edge.type === 'channels');

  test('are as many requests as the line counts', () => {
    expect(requestEdges.length).toBeGreaterThan(20);
    for (const edge of requestEdges) {
      const { includes } = requestsOn(edge, map, page, ['a', 'b']);
      expect(exchanges.filter(includes), edge.id).toHaveLength(edge.count);
    }
  });

  test('are as many events as the line counts, in both directions', () => {
    expect(channelEdges.length).toBeGreaterThan(10);
    for (const edge of channelEdges) {
      const found = pageEvents
        .filter(isOn(edge, map, relays.parts))
        .reduce((sum, { count }) => sum + count, 0);
      expect(found, edge.id).toBe(edge.count + edge.back);
    }
  });
});

test('draws a relay from A through B to C, with a line for each step', () => {
  const [a, b] = ['https://page.example', 'https://other.example'] as const;
  const tree = nestedFrames(a, b, a).map((frame) => ({ ...frame, url: `${frame.url}#v` }));
  const events = tree
    .slice(1)
    .map((frame, index) => pageEvent.fragmentChanged({ id: `${index}`, frame, newUrl: frame.url }));
  const found = relaysOf(events, [], tree);
  const here = { ...page, frames: tree };
  const drawn = pageMap(mapSourceOf(here, [], events, found), false);
  expect(drawn.edges).toMatchObject([
    { from: 'f0', to: 'f1', count: 1, back: 0, kinds: [['hash-relay', 1]] },
    { from: 'f1', to: 'f2', count: 1, back: 0, kinds: [['hash-relay', 1]] },
  ]);
  const standsFor = drawn.edges.map((edge) =>
    events.filter(isOn(edge as ChannelEdge, drawn, found.parts)).map(({ id }) => id),
  );
  expect(standsFor).toEqual([['0'], ['1']]);
});
