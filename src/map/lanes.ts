/** A line that runs along a lane from one height to another. */
interface Span {
  readonly id: string;
  readonly ys: readonly [number, number];
}

/** The lanes that lines have beside the boxes. */
interface Lanes {
  /** How much room they take. */
  readonly width: number;
  /** How far from the boxes a line runs. */
  laneOf(id: string): number;
}

const widest = 7;

/** Lanes for these lines: short ones next to the boxes, two that would meet in two lanes. */
export function laneRoutes(spans: readonly Span[], width: number): Lanes {
  const lanes: [number, number][][] = [];
  const laneOf = new Map<string, number>();
  const sorted = spans
    .map(({ id, ys: [a, b] }) => ({ id, top: Math.min(a, b), bottom: Math.max(a, b) }))
    .sort((a, b) => a.bottom - a.top - (b.bottom - b.top) || a.top - b.top || (a.id < b.id ? -1 : 1));
  for (const { id, top, bottom } of sorted) {
    const isFree = (taken: readonly (readonly [number, number])[]) =>
      taken.every(([from, to]) => bottom + 4 < from || to + 4 < top);
    const index = lanes.findIndex(isFree);
    const lane = index === -1 ? lanes.length : index;
    if (index === -1) lanes.push([]);
    lanes[lane]?.push([top, bottom]);
    laneOf.set(id, lane);
  }
  if (lanes.length === 0) return { width: 0, laneOf: () => 0 };
  const step = Math.min(widest, (width * 0.12) / lanes.length);
  return {
    width: Math.ceil(step * lanes.length) + 6,
    laneOf: (id) => 4 + (laneOf.get(id) ?? 0) * step,
  };
}
