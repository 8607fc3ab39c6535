import type { End } from '../../src/channels/reading';
import type { Channel, MapFrame, MapSource, RequestLine } from '../../src/map/model';
import type { Outcome } from '../../src/protocol/facts';

/** A frame as a map takes it, of `https://page.example` unless said otherwise. */
export function mapFrame(
  frameId: number,
  parentFrameId: number | null,
  origin = 'https://page.example',
): MapFrame {
  return { frameId, parentFrameId, documentId: `d${frameId}`, origin, url: `${origin}/f${frameId}` };
}

/** The end that a frame is. */
export function endOf({ frameId, documentId, origin }: MapFrame): End {
  return { frameId, documentId, tabId: null, origin };
}

/** An end of which no more than its origin is known; null: nothing at all. */
export function someFrame(origin: string | null): End {
  return { frameId: null, documentId: null, tabId: null, origin };
}

/** Messages from one end to another. */
export function channel(from: End, to: End, count = 1, kind = 'received'): Channel {
  return { from, to, kind, count };
}

/** Requests of an end that met an origin. */
export function asked(from: End, to: string, outcome: Outcome = 'allowed', count = 1): RequestLine {
  return { from, to, outcome, count };
}

/** A page of so many frames of several origins, some in others, that talk to the top and to servers. */
export function pageOfFrames(total: number): MapSource {
  const site = (index: number) =>
    `https://${['ads', 'cdn', 'pay', 'video', 'chat'][index % 5]}${index % 7}.example`;
  const frames = Array.from({ length: total }, (_, index) =>
    index === 0 ? mapFrame(0, null) : mapFrame(index, index % 4 === 3 ? index - 1 : 0, site(index)),
  );
  const [top = mapFrame(0, null)] = frames;
  const outcomes = ['allowed', 'blocked', 'opaque', 'failed'] as const;
  return {
    origin: top.origin,
    frames,
    channels: frames
      .slice(1)
      .flatMap((frame, index) => [
        channel(endOf(frame), endOf(top), index + 1),
        ...(index % 3 === 0 ? [channel(endOf(top), endOf(frame), 2)] : []),
        ...(index % 11 === 0 ? [channel(someFrame('https://unknown.example'), endOf(frame))] : []),
      ]),
    requests: frames.flatMap((frame, index) => [
      asked(endOf(frame), frame.origin, 'allowed', 3),
      asked(endOf(frame), 'https://api.example', outcomes[index % 4], index + 1),
      ...(index % 5 === 0 ? [asked(endOf(frame), site(index + 1), 'opaque')] : []),
    ]),
  };
}
