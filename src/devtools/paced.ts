const busyMs = 100;

/**
 * A function that runs `take` soon after it was called: with the next frame if it last ran a while ago,
 * else once that while is over. However often it is called until then, it runs once.
 */
export function paced(nextFrame: (run: () => void) => void, take: () => void): () => void {
  let isScheduled = false;
  let takenAtMs = Number.NEGATIVE_INFINITY;
  const run = () => {
    isScheduled = false;
    takenAtMs = performance.now();
    take();
  };
  return () => {
    if (isScheduled) return;
    isScheduled = true;
    const waitMs = takenAtMs + busyMs - performance.now();
    if (waitMs <= 0) nextFrame(run);
    else setTimeout(() => nextFrame(run), waitMs);
  };
}
