import type { FrameFacts } from '../protocol/facts';

/**
 * Knows the frames of a page that somebody goes back to. Of these, Chrome lists the top one alone (measured), though
 * the others are there, with the documents they were left with.
 */
export interface FrameMemory {
  /** A document took its place in the tab. Gives the frames there, as far as they are known. */
  committed(top: FrameFacts): readonly FrameFacts[];
  /** The frames there, of which the browser lists these. */
  completed(listed: readonly FrameFacts[]): readonly FrameFacts[];
}

/** A browser keeps fewer to go back to. */
const maxPages = 20;

/** The memory of one tab. */
export function openFrameMemory(): FrameMemory {
  const byTop = new Map<string, readonly FrameFacts[]>();
  /** The document that is shown, if it was before. */
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
