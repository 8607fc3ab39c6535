import type { FramePath } from '../protocol/content';

/** A frame and its parent, as the browser lists them. */
export interface TreeFrame {
  readonly frameId: number;
  readonly parentFrameId: number;
}

/** A frame and its path as its script reported it; null if it did not answer. */
export type Reported = readonly [frameId: number, path: FramePath | null];

/**
 * Finds frames by their paths in a tab's tree: the frame that reported the path itself, or the one that counting
 * the children leads to. Returns null if several reported it, or if a step of the path has a different number of
 * children than the tree: then the tree has changed, or has a frame that is not known. Frames of one parent are in
 * the order of their creation, as in `window.frames`.
 */
export function openTree(
  frames: readonly TreeFrame[],
  reported: readonly Reported[] = [],
): (path: FramePath) => number | null {
  const ids = new Set(frames.map(({ frameId }) => frameId));
  const listed = groups(frames.map((frame) => [frame.parentFrameId, frame.frameId]));
  const byPath = groups(reported.map(([frameId, path]) => [JSON.stringify(path), frameId]));
  const others = groups(
    reported.flatMap(([frameId, path]) => {
      const last = ids.has(frameId) ? undefined : path?.at(-1);
      return path && last ? [[JSON.stringify(path.slice(0, -1)), { frameId, index: last[0] }]] : [];
    }),
  );
  return (path) => {
    const [itself, another] = byPath.get(JSON.stringify(path)) ?? [];
    if (itself !== undefined) return another === undefined ? itself : null;
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
