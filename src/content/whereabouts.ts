import type { FramePath, Spot, Whereabouts } from '../protocol/content';

/** Firefox: the browser's own id of a window's frame. */
export type FrameIdOf = (target: WindowProxy) => number;

const maxDepth = 64;
const maxChildren = 10_000;

/**
 * Where a window is, by what every window may be asked by every other: `parent`, `top`, `opener`, `length` and
 * its children. null for what is no window, or one that is in no tree any more.
 */
export function whereabouts(
  source: WindowProxy,
  own: Pick<Window, 'top'>,
  origin: string,
  frameIdOf: FrameIdOf | undefined,
): Whereabouts | null {
  try {
    const { top } = source;
    if (!top || !own.top) return null;
    const spot = spotOf(source, frameIdOf);
    if (spot === null) return null;
    if (top === own.top) return { tab: 'here', openedFrom: null, spot, origin };
    if (own.top.opener?.top === top) return { tab: 'opener', openedFrom: null, spot, origin };
    if (top.opener?.top !== own.top) return null;
    const openedFrom = spotOf(top.opener, frameIdOf);
    return openedFrom === null ? null : { tab: 'opened', openedFrom, spot, origin };
  } catch {
    // What a page dispatches itself has any source that it likes.
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

/** Which child of its parent a window was when that was last looked at. */
const indexes = new WeakMap<Window, number>();

/** The way down to a window from the top of its tree, with how many children there are at each step. */
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

/** Notes all children where it has to look for one: the next one of them is found at once, unless the tree changes. */
function indexIn(parent: Window, length: number, child: Window): number | null {
  const known = indexes.get(child);
  if (known !== undefined && parent[known] === child) return known;
  for (let index = 0; index < length; index++) {
    const each = parent[index];
    if (each) indexes.set(each, index);
  }
  const index = indexes.get(child);
  return index !== undefined && parent[index] === child ? index : null;
}
