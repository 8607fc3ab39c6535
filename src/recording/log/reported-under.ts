import type { FrameFacts } from '../../protocol/facts';
import type { FrameRef } from '../../protocol/page-events';

/**
 * Returns the document under which a document's requests are reported: its own, or the parent's for about:blank.
 */
export function reportedUnder(documentId: string, frames: readonly FrameFacts[]): string {
  const frame = frames.find((candidate) => candidate.documentId === documentId);
  if (!frame?.url.startsWith('about:blank')) return documentId;
  const parent = frames.find(({ frameId }) => frameId === frame.parentFrameId)?.documentId;
  return parent ? reportedUnder(parent, frames) : documentId;
}

/**
 * Returns the document under which the requests of an unlisted document are reported: that of the page, if they have
 * the same origin. Chrome does not list the frame of a javascript: URL. null if the document's frame is listed.
 */
export function unlistedUnder(
  { documentId, frameId, origin }: FrameRef,
  frames: readonly FrameFacts[],
): string | null {
  if (documentId === null || frames.some((frame) => frame.frameId === frameId)) return null;
  return documentOf({ frameId: 0, origin }, frames);
}

/** Returns the document that a frame shows; null if it is not listed, or has another origin. */
export function documentOf(
  { frameId, origin }: Pick<FrameRef, 'frameId' | 'origin'>,
  frames: readonly FrameFacts[],
): string | null {
  const frame = frames.find((listed) => listed.frameId === frameId);
  return frame?.origin === origin ? frame.documentId : null;
}
