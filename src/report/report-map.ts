import { linesOfRequests, parentsIn } from '../map/map-source';
import type { MapFrame, MapSource } from '../map/model';
import type { Report } from './model';

/** Returns the frames, channels and requests for the map of a report. */
export function reportMap({ page, frames, exchanges, channels }: Report): MapSource {
  const ids = new Map(frames.map(({ documentId, frameId }) => [documentId, frameId]));
  const drawn = frames.map(
    ({ frameId, documentId, parent, url, origin }): MapFrame => ({
      ...{ frameId, documentId, url, origin },
      parentFrameId: parent === null ? null : (ids.get(parent) ?? null),
    }),
  );
  const requests = exchanges.map(({ kind, frame, hops, outcome, preflightFor }) => ({
    ...{ kind, ...frame, hops, outcome },
    isPreflight: preflightFor !== null,
  }));
  return {
    origin: page.origin,
    frames: drawn,
    channels,
    requests: linesOfRequests(requests, parentsIn(drawn)),
  };
}
