/**
 * Returns a short duration, such as `12 ms`, `1.25 s` or `2.1 min`; at least 0, because clocks can step back.
 */
export function durationText(ms: number): string {
  if (ms < 999.5) return `${Math.round(Math.max(0, ms))} ms`;
  if (ms < 59_995) return `${(ms / 1000).toFixed(2)} s`;
  return `${(ms / 60_000).toFixed(1)} min`;
}
