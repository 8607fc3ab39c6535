import type { FramePath, Spot, Whereabouts } from '../protocol/content';

/** Firefox: the browser's own id of a window's frame. */
export type FrameIdOf = (target: WindowProxy) => number;

const maxDepth = 64;
const maxChildren = 1_000;

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

/** The way down to a window from the top of its tree, with how many children there are at each step. */
export function framePath(target: Window): FramePath | null {
  const path: (readonly [number, number])[] = [];
  for (let child = target; child !== child.parent; child = child.parent) {
    const { parent } = child;
    const { length } = parent;
    if (path.length === maxDepth || length > maxChildren) return null;
    let index = 0;
    while (index < length && parent[index] !== child) index++;
    if (index === length) return null;
    path.unshift([index, length]);
  }
  return path;
}
