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

/** What the map of a log is drawn of. */
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
    const one = part ? shared(relayChannelOf(part, 1), channelKey, sharedChannels) : channelOfEvent(event);
    if (one) channels.set(one, (channels.get(one) ?? 0) + event.count);
  }
  for (const load of relayLoads(relays.all)) {
    const one = shared(load, channelKey, sharedChannels);
    channels.set(one, (channels.get(one) ?? 0) + 1);
  }
  const requests = new Map<RequestLine, number>();
  for (const entry of entries) {
    for (const one of askedOfEntry(entry, parents)) requests.set(one, (requests.get(one) ?? 0) + 1);
  }
  return {
    origin: top?.origin ?? (page.url === '' ? null : originOf(page.url)),
    frames,
    channels: [...channels].map(([one, count]) => ({ ...one, count })),
    requests: [...requests].map(([one, count]) => ({ ...one, count })),
  };
}

// What went the same way shares one object, so that whoever counts looks at it once.
const mostShared = 5_000;
const sharedChannels = new Map<string, Channel>();
const sharedAsked = new Map<string, RequestLine>();
const channelsByEvent = new WeakMap<PageEventFacts, Channel | null>();
const askedByEntry = new WeakMap<Entry, readonly RequestLine[]>();

function channelOfEvent(event: PageEventFacts): Channel | null {
  const known = channelsByEvent.get(event);
  if (known !== undefined) return known;
  const own = channelOf(event, readingOf(event));
  const channel = own && shared(own, channelKey, sharedChannels);
  channelsByEvent.set(event, channel);
  return channel;
}

function askedOfEntry(entry: Entry, parents: ReadonlyMap<number, MapFrame>): readonly RequestLine[] {
  const known = askedByEntry.get(entry);
  if (known) return known;
  const asked = linesOfRequest(toRequest(entry), parents).map((one) => shared(one, lineKey, sharedAsked));
  // Who asked for a frame's document depends on the frames.
  if (entry.facts.kind !== 'frame') askedByEntry.set(entry, asked);
  return asked;
}

function shared<T>(one: T, keyOf: (one: T) => string, all: Map<string, T>): T {
  const key = keyOf(one);
  const known = all.get(key);
  if (known) return known;
  if (all.size >= mostShared) all.clear();
  all.set(key, one);
  return one;
}

function framesOf({ frames }: Page): readonly MapFrame[] {
  return frames.map(({ frameId, parentFrameId, documentId, url, origin }) => ({
    ...{ frameId, documentId, url, origin },
    parentFrameId: parentFrameId < 0 ? null : parentFrameId,
  }));
}

/** The part of an entry that the map asks for. */
function toRequest({ facts, outcome }: Entry): MapRequest {
  const { kind, frameId, documentId, origin, hops, preflightFor } = facts;
  return { kind, frameId, documentId, origin, hops, outcome, isPreflight: preflightFor !== null };
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
