import { originOf, type SerializedOrigin } from '../engine';
import type { ExchangeFacts } from '../protocol/facts';

/** A document that was asked for in a frame, and came. */
export interface FrameLoad {
  /** The request's. */
  readonly id: string;
  readonly atMs: number;
  readonly frameId: number;
  /** The document that the frame stands in; null where that was not told. */
  readonly parentDocumentId: string | null;
  /** Who asked for it, as the browser says; null where nobody did. */
  readonly by: SerializedOrigin | null;
  /** Of the document that came. */
  readonly origin: SerializedOrigin;
  /** With which it was asked for, without its `#`; both browsers show it. */
  readonly fragment: string;
}

/** The documents that were asked for in frames, in order of start. */
export function frameLoads(exchanges: Iterable<ExchangeFacts>): readonly FrameLoad[] {
  const loads: FrameLoad[] = [];
  for (const { id, kind, startedAtMs, frameId, documentId, origin, hops, end } of exchanges) {
    const last = hops.at(-1);
    if (kind !== 'frame' || !last || end?.how === 'failed') continue;
    // A redirect keeps the fragment that it has none in the place of.
    const fragment = fragmentOf(last.url) || fragmentOf(hops[0]?.url ?? '');
    const of = { frameId, parentDocumentId: documentId, by: origin, origin: originOf(last.url) };
    loads.push({ id, atMs: startedAtMs, ...of, fragment });
  }
  return loads;
}

/** The fragment of a URL without its `#`; empty if it has none. */
export function fragmentOf(url: string): string {
  const start = url.indexOf('#');
  return start === -1 ? '' : url.slice(start + 1);
}
