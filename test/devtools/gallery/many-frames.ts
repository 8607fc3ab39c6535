import type { MapFrame, MapSource } from '../../../src/map/model';
import type { FrameFacts } from '../../../src/protocol/facts';
import type { ClassifiedExchange } from '../../../src/protocol/messages';
import type { FrameRef, PageEventFacts } from '../../../src/protocol/page-events';
import { exchangeFacts } from '../../support/facts';
import { pageEvent } from '../../support/page-events';
import { pageOfFrames } from '../../support/page-maps';

const startMs = 1_700_000_000_000;

/** Returns a recording of a page with this many frames: the frames, their page events and their requests. */
export function manyFrames(total: number): {
  readonly frames: readonly FrameFacts[];
  readonly pageEvents: readonly PageEventFacts[];
  readonly exchanges: readonly ClassifiedExchange[];
} {
  const { frames, channels, requests } = pageOfFrames(total);
  return {
    frames: frames.map(({ parentFrameId, ...frame }) => ({ ...frame, parentFrameId: parentFrameId ?? -1 })),
    pageEvents: channels.map(({ from, to, count }, index) =>
      pageEvent.messageReceived({
        id: `e${index + 1}`,
        atMs: startMs + index * 10,
        frame: frameRef(frames, to.frameId),
        from: from.frameId === null ? null : frameRef(frames, from.frameId),
        senderOrigin: from.origin ?? 'null',
        count,
      }),
    ),
    exchanges: requests.flatMap((request, index) => exchanges(request, index)),
  };
}

function frameRef(frames: readonly MapFrame[], frameId: number | null): FrameRef {
  const { documentId = null, origin = null } = frames.find((frame) => frame.frameId === frameId) ?? {};
  return { frameId: frameId ?? 0, documentId, origin };
}

function exchanges({ from, to, outcome, count }: MapSource['requests'][number], index: number) {
  return Array.from({ length: count }, (_, nth): ClassifiedExchange => {
    const part = {
      id: `r${index}-${nth}`,
      requestId: `r${index}-${nth}`,
      frameId: from.frameId ?? 0,
      documentId: from.documentId,
      origin: from.origin,
      startedAtMs: startMs + index * 10 + nth,
    };
    const facts = exchangeFacts([{ url: `${to}/data?n=${nth}`, startedAtMs: part.startedAtMs }], part);
    return { facts, requestClass: 'simple', outcome, mode: 'cors' };
  });
}
