import type { FramePath } from '../protocol/content';

/** What the browser tells of a frame and of its place. */
export interface TreeFrame {
  readonly frameId: number;
  readonly parentFrameId: number;
}

/** A frame that the browser's list lacks, and the way to it as its script told it; null where it did not. */
export type Unlisted = readonly [frameId: number, path: FramePath | null];

/**
 * Finds frames at the end of ways down a tab's tree. Gives null where the tree has other numbers of children than
 * the way tells of, for then it is not the same any more, or has a frame that nobody told of. Frames of one parent
 * come in the order of their making, as they do in `window.frames`.
 */
export function openTree(
  frames: readonly TreeFrame[],
  unlisted: readonly Unlisted[] = [],
): (path: FramePath) => number | null {
  const ids = new Set(frames.map(({ frameId }) => frameId));
  const listed = groups(frames.map((frame) => [frame.parentFrameId, frame.frameId]));
  const others = groups(
    unlisted.flatMap(([frameId, path]) => {
      const last = path?.at(-1);
      return path && last ? [[JSON.stringify(path.slice(0, -1)), { frameId, index: last[0] }]] : [];
    }),
  );
  return (path) => {
    let frameId = 0;
    for (const [depth, [index, of]] of path.entries()) {
      const [own, more] = [listed.get(frameId) ?? [], others.get(JSON.stringify(path.slice(0, depth))) ?? []];
      if (own.length + more.length !== of) return null;
      const before = more.filter((other) => other.index < index).length;
      const child = more.find((other) => other.index === index)?.frameId ?? own[index - before];
      if (child === undefined) return null;
      frameId = child;
    }
    return ids.has(frameId) || path.length > 0 ? frameId : null;
  };
}

function groups<Key, Item>(items: readonly (readonly [Key, Item])[]): ReadonlyMap<Key, readonly Item[]> {
  const map = new Map<Key, Item[]>();
  for (const [key, item] of items) {
    const group = map.get(key);
    if (group) group.push(item);
    else map.set(key, [item]);
  }
  return map;
}
