/** Rings when a moment comes: the soonest of those it was set to since it last rang. */
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
