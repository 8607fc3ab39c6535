import { eventKind } from '../channels/read-page-event';
import type { Party } from '../channels/reading';
import { originOf } from '../engine';
import { askedIn, channelsIn, type MapRequest, parentsIn, reached, requester } from '../map/map-source';
import type { ChannelEdge, End, MapFrame, MapSource, PageMap, RequestEdge } from '../map/model';
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
    channels: channelsIn(channels(events)),
    requests: askedIn(entries.map(toRequest), parentsIn(frames)),
  };
}

function framesOf({ frames }: Page): readonly MapFrame[] {
  return frames.map(({ frameId, parentFrameId, documentId, url, origin }) => ({
    ...{ frameId, documentId, url, origin },
    parentFrameId: parentFrameId < 0 ? null : parentFrameId,
  }));
}

function* channels(events: readonly PageEventFacts[]) {
  for (const event of events) {
    const [from, to] = endsOf(event);
    yield { from, to, kind: eventKind(event), count: event.count };
  }
}

/** The two ends of a page event, as the map knows them. */
export function endsOf(event: PageEventFacts): readonly [from: End, to: End] {
  const { from, to } = readingOf(event);
  return [endOf(from), endOf(to)];
}

function endOf({ frame, tabId, origin }: Party): End {
  return { frameId: frame?.frameId ?? null, documentId: frame?.documentId ?? null, tabId, origin };
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
    const [start, end] = endsOf(event).map(map.nodeOf);
    const [a, b] = [start ?? end, end ?? start];
    return (a === edge.from && b === edge.to) || (a === edge.to && b === edge.from);
  };
}
