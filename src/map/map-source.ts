import type { End } from '../channels/reading';
import { serverOriginOf } from '../channels/server-origin';
import type { SerializedOrigin } from '../engine';
import type { InternalRedirect, Outcome } from '../protocol/facts';
import type { Asked, Channel, MapFrame } from './model';

/** A request, as far as a map asks. */
export interface MapRequest {
  /** webRequest's resource type. */
  readonly type: string;
  readonly frameId: number;
  readonly documentId: string | null;
  readonly origin: SerializedOrigin | null;
  readonly hops: readonly { readonly url: string; readonly internal: InternalRedirect | null }[];
  readonly outcome: Outcome;
  readonly isPreflight: boolean;
}

/**
 * Who made a request: its frame; of a frame's document, the frame around it. null for the tab's own document,
 * which no frame asked for, and for a preflight, which counts as its request.
 */
export function requester(request: MapRequest, parents: ReadonlyMap<number, MapFrame>): End | null {
  const { type, frameId, documentId, origin, isPreflight } = request;
  if (type === 'main_frame' || isPreflight) return null;
  if (type !== 'sub_frame') return { frameId, documentId, tabId: null, origin };
  const parent = parents.get(frameId);
  // The frame is gone, and with it the way to the one that it was in.
  if (!parent) return { frameId, documentId: '', tabId: null, origin };
  return { frameId: parent.frameId, documentId: parent.documentId, tabId: null, origin: parent.origin };
}

/**
 * The origins that a request came to, each with what became of it there: what was redirected passed, and the
 * last has the outcome. What the browser sent elsewhere before it left came to none.
 */
export function reached(request: Pick<MapRequest, 'hops' | 'outcome'>): ReadonlyMap<string, Outcome> {
  const found = new Map<SerializedOrigin, Outcome>();
  request.hops.forEach(({ url, internal }, index) => {
    if (internal !== null && internal !== 'service-worker') return;
    if (!/^(?:http|ws)s?:\/\//.test(url)) return;
    const isLast = index === request.hops.length - 1;
    found.set(serverOriginOf(url), isLast ? request.outcome : 'allowed');
  });
  return found;
}

/** By the id of each frame that is in another, that other. */
export function parentsIn(frames: readonly MapFrame[]): ReadonlyMap<number, MapFrame> {
  const byId = new Map(frames.map((frame) => [frame.frameId, frame]));
  return new Map(
    frames.flatMap(({ frameId, parentFrameId }) => {
      const parent = parentFrameId === null ? undefined : byId.get(parentFrameId);
      return parent ? [[frameId, parent] as const] : [];
    }),
  );
}

/** The requests of a recording, those of the same way and outcome as one. */
export function askedIn(
  requests: readonly MapRequest[],
  parents: ReadonlyMap<number, MapFrame>,
): readonly Asked[] {
  const found = new Map<string, Asked>();
  for (const request of requests) {
    for (const asked of askedBy(request, parents)) {
      const key = askedKey(asked);
      found.set(key, { ...asked, count: asked.count + (found.get(key)?.count ?? 0) });
    }
  }
  return [...found.values()];
}

/** What one request is on a map: a line to each origin that it came to. */
export function askedBy(request: MapRequest, parents: ReadonlyMap<number, MapFrame>): readonly Asked[] {
  const from = requester(request, parents);
  return from ? [...reached(request)].map(([to, outcome]) => ({ from, to, outcome, count: 1 })) : [];
}

/** By what requests of the same way and outcome are known. */
export function askedKey({ from, to, outcome }: Asked): string {
  return `${endKey(from)} ${to} ${outcome}`;
}

/** Channels of one kind between the same two ends as one, in the order in which they were first used. */
export function channelsIn<T extends Channel>(all: Iterable<T>): readonly T[] {
  const found = new Map<string, T>();
  for (const channel of all) {
    const key = channelKey(channel);
    found.set(key, { ...channel, count: channel.count + (found.get(key)?.count ?? 0) });
  }
  return [...found.values()];
}

/** By what channels of one kind between the same two ends are known. */
export function channelKey({ from, to, kind }: Channel): string {
  return `${endKey(from)} ${endKey(to)} ${kind}`;
}

function endKey({ frameId, documentId, tabId, origin }: End): string {
  return `${frameId} ${documentId} ${tabId} ${origin}`;
}
