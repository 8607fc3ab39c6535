import type { FramePath } from '../protocol/content';

/** What the browser tells of a frame and of its place. */
export interface TreeFrame {
  readonly frameId: number;
  readonly parentFrameId: number;
}

/** Gives the frame at the end of a way down a tab's tree. */
export type FrameAt = (path: FramePath) => number | null;

/**
 * Finds frames by the browser's own list of them. Gives null where the tree has other numbers of children than the
 * way tells of, for then it is not the same any more, or has a frame that the list lacks. Frames of one parent come in
 * the order of their making, as they do in `window.frames`.
 */
export function byList(frames: readonly TreeFrame[]): FrameAt {
  const children = new Map<number, TreeFrame[]>();
  for (const frame of frames) {
    const own = children.get(frame.parentFrameId);
    if (own) own.push(frame);
    else children.set(frame.parentFrameId, [frame]);
  }
  const ids = new Set(frames.map(({ frameId }) => frameId));
  return (path) => {
    let frameId = 0;
    for (const [index, of] of path) {
      const own = children.get(frameId) ?? [];
      const child = own[index];
      if (!child || own.length !== of) return null;
      frameId = child.frameId;
    }
    return ids.has(frameId) ? frameId : null;
  };
}

/** Finds frames by what each says of its own way. */
export function byWays(ways: readonly (readonly [frameId: number, path: FramePath | null])[]): FrameAt {
  const known = new Map(ways.flatMap(([frameId, path]) => (path ? [[JSON.stringify(path), frameId]] : [])));
  return (path) => known.get(JSON.stringify(path)) ?? null;
}
