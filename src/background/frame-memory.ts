import type { FrameFacts } from '../protocol/facts';

/**
 * The frames of pages to which the user may go back. For such a page Chrome lists only the top frame (measured),
 * although the others are there with the documents they had.
 */
export interface FrameMemory {
  /** A top document was committed. Returns the frames of its page, as far as they are known. */
  committed(top: FrameFacts): readonly FrameFacts[];
  /** Returns all frames of the page of which the browser lists these. */
  completed(listed: readonly FrameFacts[]): readonly FrameFacts[];
}

/** More than a browser keeps for going back. */
const maxPages = 20;

/** The memory of one tab. */
export function openFrameMemory(): FrameMemory {
  const byTop = new Map<string, readonly FrameFacts[]>();
  /** The top document, if it was shown before. */
  let cameBack: string | null = null;

  function completed(listed: readonly FrameFacts[]): readonly FrameFacts[] {
    const top = listed.find(({ frameId }) => frameId === 0)?.documentId ?? null;
    if (top === null) return listed;
    const isListed = (frameId: number) => listed.some((frame) => frame.frameId === frameId);
    const left = top === cameBack ? (byTop.get(top) ?? []) : [];
    const frames = [...listed, ...left.filter(({ frameId }) => !isListed(frameId))];
    frames.sort((a, b) => a.frameId - b.frameId);
    byTop.delete(top);
    byTop.set(top, frames);
    const [oldest] = byTop.keys();
    if (byTop.size > maxPages && oldest !== undefined) byTop.delete(oldest);
    return frames;
  }

  return {
    committed(top) {
      cameBack = top.documentId !== null && byTop.has(top.documentId) ? top.documentId : null;
      return completed([top]);
    },
    completed,
  };
}
