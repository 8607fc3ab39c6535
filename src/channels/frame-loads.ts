import { originOf, type SerializedOrigin } from '../engine';
import type { ExchangeFacts } from '../protocol/facts';

/** A document that was requested in a frame and did not fail to load. */
export interface FrameLoad {
  /** The id of the request. */
  readonly id: string;
  readonly atMs: number;
  readonly frameId: number;
  /** The document that contains the frame; null if the browser did not report it. */
  readonly parentDocumentId: string | null;
  /** The origin that requested it, as the browser reports it; null if there was none. */
  readonly by: SerializedOrigin | null;
  /** The origin of the loaded document. */
  readonly origin: SerializedOrigin;
  /** The fragment of the requested URL, without its `#`. Both browsers show it. */
  readonly fragment: string;
}

/** Returns the documents that were requested in frames, in order of start. */
export function frameLoads(exchanges: Iterable<ExchangeFacts>): readonly FrameLoad[] {
  const loads: FrameLoad[] = [];
  for (const { id, kind, startedAtMs, frameId, documentId, origin, hops, end } of exchanges) {
    const last = hops.at(-1);
    if (kind !== 'frame' || !last || end?.how === 'failed') continue;
    // A redirect to a URL without a fragment keeps the fragment of the previous URL.
    const fragment = fragmentOf(last.url) || fragmentOf(hops[0]?.url ?? '');
    const of = { frameId, parentDocumentId: documentId, by: origin, origin: originOf(last.url) };
    loads.push({ id, atMs: startedAtMs, ...of, fragment });
  }
  return loads;
}

/** Returns the fragment of a URL without its `#`; empty if it has none. */
export function fragmentOf(url: string): string {
  const start = url.indexOf('#');
  return start === -1 ? '' : url.slice(start + 1);
}
