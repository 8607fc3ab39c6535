import type { FramePath } from '../protocol/content';

/** What the browser tells of a frame and of its place. */
export interface TreeFrame {
  readonly frameId: number;
  readonly parentFrameId: number;
}

/**
 * The frame at the end of a way down a tab's tree; null where the tree has other numbers of children than the
 * way tells of, for then it is not the same any more. Frames of one parent come in the order of their making,
 * as they do in `window.frames`.
 */
export function frameAt(path: FramePath, frames: readonly TreeFrame[]): number | null {
  let frameId = 0;
  for (const [index, of] of path) {
    const children = frames.filter(({ parentFrameId }) => parentFrameId === frameId);
    const child = children[index];
    if (!child || children.length !== of) return null;
    frameId = child.frameId;
  }
  return frames.some((frame) => frame.frameId === frameId) ? frameId : null;
}
