import type { FrameFacts } from '../../protocol/facts';

/**
 * Returns the document under which a document's requests are reported: its own, or the parent's for
 * about:blank.
 */
export function reportedUnder(documentId: string, frames: readonly FrameFacts[]): string {
  const frame = frames.find((candidate) => candidate.documentId === documentId);
  if (!frame?.url.startsWith('about:blank')) return documentId;
  const parent = frames.find(({ frameId }) => frameId === frame.parentFrameId)?.documentId;
  return parent ? reportedUnder(parent, frames) : documentId;
}
