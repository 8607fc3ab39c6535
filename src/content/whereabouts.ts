import type { FramePath, Spot, Whereabouts } from '../protocol/content';

/** Firefox only: returns the browser's own id of a window's frame. */
export type FrameIdOf = (target: WindowProxy) => number;

const maxDepth = 64;
const maxChildren = 10_000;

/**
 * The position of a window, found through the properties that are readable across origins: `parent`, `top`,
 * `opener`, `length` and its children. null if it is not a window or no longer in a tree.
 */
export function whereabouts(
  source: WindowProxy,
  receiver: Pick<Window, 'top'>,
  origin: string,
  frameIdOf: FrameIdOf | undefined,
): Whereabouts | null {
  try {
    const { top } = source;
    if (!top || !receiver.top) return null;
    const spot = spotOf(source, frameIdOf);
    if (spot === null) return null;
    if (top === receiver.top) return { tab: 'here', openedFrom: null, spot, origin };
    if (receiver.top.opener?.top === top) return { tab: 'opener', openedFrom: null, spot, origin };
    if (top.opener?.top !== receiver.top) return null;
    const openedFrom = spotOf(top.opener, frameIdOf);
    return openedFrom === null ? null : { tab: 'opened', openedFrom, spot, origin };
  } catch {
    // An event that the page dispatches itself can have any source.
    return null;
  }
}

function spotOf(target: WindowProxy, frameIdOf: FrameIdOf | undefined): Spot | null {
  if (frameIdOf) {
    const id = frameIdOf(target);
    return id >= 0 ? id : null;
  }
  return framePath(target);
}

/** The index of a window in its parent when it was last looked up. */
const indexes = new WeakMap<Window, number>();

/**
 * The path from the top of its tree down to a window, with the number of children at each step; null if it is
 * too long or not found.
 */
export function framePath(target: Window): FramePath | null {
  const path: (readonly [number, number])[] = [];
  for (let child = target; child !== child.parent; child = child.parent) {
    const { parent } = child;
    const { length } = parent;
    if (path.length === maxDepth || length > maxChildren) return null;
    const index = indexIn(parent, length, child);
    if (index === null) return null;
    path.unshift([index, length]);
  }
  return path;
}

/**
 * Notes the index of all children when it looks for one, so that the next is found at once unless the tree
 * changes.
 */
function indexIn(parent: Window, length: number, child: Window): number | null {
  const known = indexes.get(child);
  if (known !== undefined && parent[known] === child) return known;
  for (let index = 0; index < length; index++) {
    const sibling = parent[index];
    if (sibling) indexes.set(sibling, index);
  }
  const index = indexes.get(child);
  return index !== undefined && parent[index] === child ? index : null;
}
