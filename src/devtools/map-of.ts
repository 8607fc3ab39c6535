import { originOf } from '../engine';
import { channelOf } from '../map/channel-of';
import { askedIn, channelsIn, type MapRequest, parentsIn, reached, requester } from '../map/map-source';
import type { ChannelEdge, MapFrame, MapSource, PageMap, RequestEdge } from '../map/model';
import type { PageEventFacts } from '../protocol/page-events';
import type { Entry } from './entries';
import type { Page } from './log';
import { readingOf } from './messages-store';
import type { Between } from './origins';

/** What the map of a log is drawn of. */
export function mapSourceOf(
  page: Page,
  entries: readonly Entry[],
  events: readonly PageEventFacts[],
): MapSource {
  const frames = framesOf(page);
  const [top] = frames.filter(({ frameId }) => frameId === 0);
  return {
    origin: top?.origin ?? (page.url === '' ? null : originOf(page.url)),
    frames,
    channels: channelsIn(events.map((event) => channelOf(event, readingOf(event)))),
    requests: askedIn(entries.map(toRequest), parentsIn(frames)),
  };
}

function framesOf({ frames }: Page): readonly MapFrame[] {
  return frames.map(({ frameId, parentFrameId, documentId, url, origin }) => ({
    ...{ frameId, documentId, url, origin },
    parentFrameId: parentFrameId < 0 ? null : parentFrameId,
  }));
}

const requests = new WeakMap<Entry, MapRequest>();

/** The part of an entry that the map asks for: the same object each time. */
function toRequest(entry: Entry): MapRequest {
  const known = requests.get(entry);
  if (known) return known;
  const { facts, outcome } = entry;
  const { type, frameId, documentId, origin, hops, preflightFor } = facts;
  const request = { type, frameId, documentId, origin, hops, outcome, isPreflight: preflightFor !== null };
  requests.set(entry, request);
  return request;
}

/** The requests that a line stands for; `names`: what its two boxes are called. */
export function requestsOn(
  edge: RequestEdge,
  map: PageMap,
  page: Page,
  names: readonly [from: string, to: string],
): Between {
  const parents = parentsIn(framesOf(page));
  const { outcome } = edge;
  return {
    from: names[0],
    to: names[1],
    only: outcome,
    includes(entry) {
      const request = toRequest(entry);
      const from = requester(request, parents);
      if (!from || map.nodeOf(from) !== edge.from) return false;
      return [...reached(request)].some(([to, what]) => what === outcome && map.originNode(to) === edge.to);
    },
  };
}

/** Whether a page event is among those that a line stands for. */
export function isOn(edge: ChannelEdge, map: PageMap): (event: PageEventFacts) => boolean {
  return (event) => {
    const { from, to } = channelOf(event, readingOf(event));
    const [start, end] = [map.nodeOf(from), map.nodeOf(to)];
    const [a, b] = [start ?? end, end ?? start];
    return (a === edge.from && b === edge.to) || (a === edge.to && b === edge.from);
  };
}
