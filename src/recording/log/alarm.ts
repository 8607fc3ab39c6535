/**
 * Opens an alarm; returns the function that sets it. It rings at the earliest time set since it last rang.
 */
export function openAlarm(
  nowMs: () => number,
  later: (run: () => void, ms: number) => void,
  ring: () => void,
): (atMs: number | null) => void {
  let ringsAtMs: number | null = null;
  return (atMs) => {
    if (atMs === null || (ringsAtMs !== null && ringsAtMs <= atMs)) return;
    ringsAtMs = atMs;
    later(() => {
      ringsAtMs = null;
      ring();
    }, atMs - nowMs());
  };
}
