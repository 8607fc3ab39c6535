const busyMs = 200;

/**
 * Returns `nextFrame` limited to five calls a second. The first call after a pause gets the next frame; later
 * calls wait. Drawing sixty times a second would slow down the inspected page.
 */
export function paced(nextFrame: (run: () => void) => void): (run: () => void) => void {
  let ranAtMs = Number.NEGATIVE_INFINITY;
  return (run) => {
    const request = () =>
      nextFrame(() => {
        ranAtMs = performance.now();
        run();
      });
    const waitMs = ranAtMs + busyMs - performance.now();
    if (waitMs <= 0) request();
    else setTimeout(request, waitMs);
  };
}
