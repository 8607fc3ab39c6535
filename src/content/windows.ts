const maxWindows = 50;

/** The other windows near this one: its parent, its tree, and the window that opened it. */
export function* otherWindows(): Generator<Window> {
  if (window.parent !== window) yield window.parent;
  for (const other of reachable(window.top ?? window, [])) {
    if (other !== window && other !== window.parent) yield other;
  }
  if (window.opener) yield window.opener;
}

function reachable(from: Window, found: Window[]): Window[] {
  found.push(from);
  for (let index = 0; index < from.length && found.length < maxWindows; index++) {
    const child = from[index];
    if (child) reachable(child, found);
  }
  return found;
}
