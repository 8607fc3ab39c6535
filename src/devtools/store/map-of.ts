import type { RelayPart } from '../../channels/relays';
import { originOf } from '../../engine';
import { channelOf, relayChannelOf, relayLoads } from '../../map/channel-of';
import {
  channelKey,
  lineKey,
  linesOfRequest,
  type MapRequest,
  parentsIn,
  reached,
  requester,
} from '../../map/map-source';
import type {
  Channel,
  ChannelEdge,
  MapFrame,
  MapSource,
  PageMap,
  RequestEdge,
  RequestLine,
} from '../../map/model';
import type { PageEventFacts } from '../../protocol/page-events';
import type { Relays } from '../../recording/crossings/relays-of';
import type { Entry } from '../../recording/log/entries';
import type { Page } from '../../recording/log/log';
import type { Between } from '../../recording/requests/origins';
import { readingOf } from './messages-store';

/** Returns the frames, channels and requests for the map of a log. */
export function mapSourceOf(
  page: Page,
  entries: readonly Entry[],
  events: readonly PageEventFacts[],
  relays: Relays,
): MapSource {
  const frames = framesOf(page);
  const [top] = frames.filter(({ frameId }) => frameId === 0);
  const parents = parentsIn(frames);
  const channels = new Map<Channel, number>();
  for (const event of events) {
    const part = relays.parts.get(event.id);
    const channel = part
      ? shared(relayChannelOf(part, 1), channelKey, sharedChannels)
      : channelOfEvent(event);
    if (channel) channels.set(channel, (channels.get(channel) ?? 0) + event.count);
  }
  for (const load of relayLoads(relays.all)) {
    const channel = shared(load, channelKey, sharedChannels);
    channels.set(channel, (channels.get(channel) ?? 0) + 1);
  }
  const requests = new Map<RequestLine, number>();
  for (const entry of entries) {
    for (const line of linesOfEntry(entry, parents)) requests.set(line, (requests.get(line) ?? 0) + 1);
  }
  return {
    origin: top?.origin ?? (page.url === '' ? null : originOf(page.url)),
    frames,
    channels: [...channels].map(([channel, count]) => ({ ...channel, count })),
    requests: [...requests].map(([line, count]) => ({ ...line, count })),
  };
}

// Equal channels and lines share one object, so that counting compares each only once.
const mostShared = 5_000;
const sharedChannels = new Map<string, Channel>();
const sharedLines = new Map<string, RequestLine>();
const channelsByEvent = new WeakMap<PageEventFacts, Channel | null>();
const linesByEntry = new WeakMap<Entry, readonly RequestLine[]>();

function channelOfEvent(event: PageEventFacts): Channel | null {
  const known = channelsByEvent.get(event);
  if (known !== undefined) return known;
  const found = channelOf(event, readingOf(event));
  const channel = found && shared(found, channelKey, sharedChannels);
  channelsByEvent.set(event, channel);
  return channel;
}

function linesOfEntry(entry: Entry, parents: ReadonlyMap<number, MapFrame>): readonly RequestLine[] {
  const known = linesByEntry.get(entry);
  if (known) return known;
  const lines = linesOfRequest(toRequest(entry), parents).map((line) => shared(line, lineKey, sharedLines));
  // The requester of a frame's document depends on the current frames, so do not cache it.
  if (entry.facts.kind !== 'frame') linesByEntry.set(entry, lines);
  return lines;
}

/** Returns the shared object that equals `item`, or `item` itself if it is the first one. */
function shared<T>(item: T, keyOf: (item: T) => string, items: Map<string, T>): T {
  const key = keyOf(item);
  const known = items.get(key);
  if (known) return known;
  if (items.size >= mostShared) items.clear();
  items.set(key, item);
  return item;
}

function framesOf({ frames }: Page): readonly MapFrame[] {
  return frames.map(({ frameId, parentFrameId, documentId, url, origin }) => ({
    ...{ frameId, documentId, url, origin },
    parentFrameId: parentFrameId < 0 ? null : parentFrameId,
  }));
}

/** Returns the part of an entry that the map uses. */
function toRequest({ facts, outcome }: Entry): MapRequest {
  const { kind, frameId, documentId, origin, hops, preflightFor } = facts;
  return { kind, frameId, documentId, origin, hops, outcome, isPreflight: preflightFor !== null };
}

/** Returns a filter for the requests of a line. `names`: the labels of its two boxes. */
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

/** Returns a predicate for the page events of a line. */
export function isOn(
  edge: ChannelEdge,
  map: PageMap,
  parts: ReadonlyMap<string, RelayPart>,
): (event: PageEventFacts) => boolean {
  return (event) => {
    const part = parts.get(event.id);
    const channel = part ? relayChannelOf(part, 1) : channelOf(event, readingOf(event));
    if (!channel) return false;
    const { from, to } = channel;
    const [start, end] = [map.nodeOf(from), map.nodeOf(to)];
    const [a, b] = [start ?? end, end ?? start];
    return (a === edge.from && b === edge.to) || (a === edge.to && b === edge.from);
  };
}
