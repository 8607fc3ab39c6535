import { describe, expect, test } from 'vitest';
import { isOn, mapSourceOf, requestsOn } from '../../src/devtools/map-of';
import { askedIn, channelsIn, parentsIn } from '../../src/map/map-source';
import type { ChannelEdge, RequestEdge } from '../../src/map/model';
import { pageMap } from '../../src/map/page-map';
import { manyFrames } from './gallery/many-frames';

const { frames, pageEvents, exchanges } = manyFrames(26);
const page = { url: 'https://page.example/', title: null, frames };
const source = mapSourceOf(page, exchanges, pageEvents);
const map = pageMap(source, false);

test('a log is counted once for each way, and the same when it is counted again', () => {
  expect(channelsIn(source.channels)).toEqual(source.channels);
  expect(source.channels.reduce((sum, { count }) => sum + count, 0)).toBe(
    pageEvents.reduce((sum, { count }) => sum + count, 0),
  );
  const asked = askedIn(
    exchanges.map(({ facts, outcome }) => ({ ...facts, outcome, isPreflight: false })),
    parentsIn(source.frames),
  );
  expect(source.requests).toEqual(asked);
  expect(mapSourceOf(page, exchanges, pageEvents)).toEqual(source);
});

describe('what a line stands for', () => {
  const requestEdges = map.edges.filter((edge): edge is RequestEdge => edge.of === 'requests');
  const channelEdges = map.edges.filter((edge): edge is ChannelEdge => edge.of === 'channels');

  test('are as many requests as it counts', () => {
    expect(requestEdges.length).toBeGreaterThan(20);
    for (const edge of requestEdges) {
      const { includes } = requestsOn(edge, map, page, ['a', 'b']);
      expect(exchanges.filter(includes), edge.id).toHaveLength(edge.count);
    }
  });

  test('are as many events as it counts, both ways', () => {
    expect(channelEdges.length).toBeGreaterThan(10);
    for (const edge of channelEdges) {
      const found = pageEvents.filter(isOn(edge, map)).reduce((sum, { count }) => sum + count, 0);
      expect(found, edge.id).toBe(edge.count + edge.back);
    }
  });
});
