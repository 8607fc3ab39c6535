const busyMs = 200;

/**
 * `nextFrame`, but five times a second at most: the first call after a quiet moment gets the next frame, and
 * while calls keep coming the later ones wait. Drawing sixty times a second takes the inspected page's time.
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
