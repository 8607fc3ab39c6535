import type { FrameFacts } from '../../protocol/facts';

/** The document under which a document's requests are reported: an empty one's under its parent's. */
export function reportedUnder(documentId: string, frames: readonly FrameFacts[]): string {
  const frame = frames.find((each) => each.documentId === documentId);
  if (!frame?.url.startsWith('about:blank')) return documentId;
  const parent = frames.find(({ frameId }) => frameId === frame.parentFrameId)?.documentId;
  return parent ? reportedUnder(parent, frames) : documentId;
}
