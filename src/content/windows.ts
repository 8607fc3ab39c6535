const maxWindows = 50;

/** The windows around this one, itself excluded: its tree from the top, and the window that opened it. */
export function otherWindows(): readonly Window[] {
  const others = reachable(window.top ?? window, []).filter((other) => other !== window);
  if (window.opener) others.push(window.opener);
  return others;
}

function reachable(from: Window, found: Window[]): Window[] {
  found.push(from);
  for (let index = 0; index < from.length && found.length < maxWindows; index++) {
    const child = from[index];
    if (child) reachable(child, found);
  }
  return found;
}
