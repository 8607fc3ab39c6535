import type { End } from '../channels/reading';
import { serverOriginOf } from '../channels/server-origin';
import type { SerializedOrigin } from '../engine';
import type { InternalRedirect, Outcome, RequestKind } from '../protocol/facts';
import type { Channel, MapFrame, RequestLine } from './model';

/** The parts of a request that a map reads. */
export interface MapRequest {
  readonly kind: RequestKind;
  readonly frameId: number;
  readonly documentId: string | null;
  readonly origin: SerializedOrigin | null;
  readonly hops: readonly { readonly url: string; readonly internal: InternalRedirect | null }[];
  readonly outcome: Outcome;
  readonly isPreflight: boolean;
}

/**
 * Returns the frame that made a request; for a frame's document, the parent frame. null for the tab's own
 * document, which no frame requested, and for a preflight, which is counted with its request.
 */
export function requester(request: MapRequest, parents: ReadonlyMap<number, MapFrame>): End | null {
  const { kind, frameId, documentId, origin, isPreflight } = request;
  if (kind === 'document' || isPreflight) return null;
  if (kind !== 'frame') return { frameId, documentId, tabId: null, origin };
  const parent = parents.get(frameId);
  // The frame no longer exists, so its parent is unknown.
  if (!parent) return { frameId, documentId: '', tabId: null, origin };
  return { frameId: parent.frameId, documentId: parent.documentId, tabId: null, origin: parent.origin };
}

/**
 * Returns the origins that a request reached, with the outcome at each: a redirect passed, and the last
 * origin has the request's outcome. Internal redirects of the browser reach no origin.
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

/** Returns the parent frame of each nested frame, by the nested frame's id. */
export function parentsIn(frames: readonly MapFrame[]): ReadonlyMap<number, MapFrame> {
  const byId = new Map(frames.map((frame) => [frame.frameId, frame]));
  return new Map(
    frames.flatMap(({ frameId, parentFrameId }) => {
      const parent = parentFrameId === null ? undefined : byId.get(parentFrameId);
      return parent ? [[frameId, parent] as const] : [];
    }),
  );
}

/** Returns the requests of a recording, grouped by ends and outcome. */
export function linesOfRequests(
  requests: readonly MapRequest[],
  parents: ReadonlyMap<number, MapFrame>,
): readonly RequestLine[] {
  const found = new Map<string, RequestLine>();
  for (const request of requests) {
    for (const line of linesOfRequest(request, parents)) {
      const key = lineKey(line);
      found.set(key, { ...line, count: line.count + (found.get(key)?.count ?? 0) });
    }
  }
  return [...found.values()];
}

/** Returns the lines of one request, one for each origin that it reached. */
export function linesOfRequest(
  request: MapRequest,
  parents: ReadonlyMap<number, MapFrame>,
): readonly RequestLine[] {
  const from = requester(request, parents);
  return from ? [...reached(request)].map(([to, outcome]) => ({ from, to, outcome, count: 1 })) : [];
}

/** Returns the key of requests with the same ends and outcome. */
export function lineKey({ from, to, outcome }: RequestLine): string {
  return `${endKey(from)} ${to} ${outcome}`;
}

/** Merges channels of the same kind and ends, in the order of first use. */
export function channelsIn<T extends Channel>(channels: Iterable<T>): readonly T[] {
  const found = new Map<string, T>();
  for (const channel of channels) {
    const key = channelKey(channel);
    found.set(key, { ...channel, count: channel.count + (found.get(key)?.count ?? 0) });
  }
  return [...found.values()];
}

/** Returns the key of channels with the same kind and ends. */
export function channelKey({ from, to, kind }: Channel): string {
  return `${endKey(from)} ${endKey(to)} ${kind}`;
}

function endKey({ frameId, documentId, tabId, origin }: End): string {
  return `${frameId} ${documentId} ${tabId} ${origin}`;
}
