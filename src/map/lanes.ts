/** A line that runs along a lane between two heights. */
interface Span {
  readonly id: string;
  readonly ys: readonly [number, number];
  /** Lines of one bundle share a lane: they start at the same box and have the same meaning. */
  readonly bundle: string;
}

/** The lanes beside the boxes. */
interface Lanes {
  /** The room that they take. */
  readonly width: number;
  /** Returns the distance of a line from the boxes. */
  laneOf(id: string): number;
}

const widest = 7;

/**
 * Assigns lanes to lines within the available room: short bundles next to the boxes, overlapping ones in
 * different lanes.
 */
export function laneRoutes(spans: readonly Span[], room: number): Lanes {
  const bundles = new Map<string, { readonly key: string; readonly top: number; readonly bottom: number }>();
  for (const { bundle: key, ys } of spans) {
    const { top = Infinity, bottom = -Infinity } = bundles.get(key) ?? {};
    bundles.set(key, { key, top: Math.min(top, ...ys), bottom: Math.max(bottom, ...ys) });
  }
  const sorted = [...bundles.values()].sort(
    (a, b) => a.bottom - a.top - (b.bottom - b.top) || a.top - b.top || (a.key < b.key ? -1 : 1),
  );
  const lanes: { readonly top: number; readonly bottom: number }[][] = [];
  const laneOf = new Map<string, number>();
  for (const bundle of sorted) {
    const isFree = (taken: (typeof lanes)[number]) =>
      taken.every(({ top, bottom }) => bundle.bottom + 4 < top || bottom + 4 < bundle.top);
    const index = lanes.findIndex(isFree);
    if (index === -1) lanes.push([]);
    const lane = index === -1 ? lanes.length - 1 : index;
    lanes[lane]?.push(bundle);
    laneOf.set(bundle.key, lane);
  }
  if (lanes.length === 0) return { width: 0, laneOf: () => 0 };
  const step = Math.min(widest, room / lanes.length);
  const bundleOf = new Map(spans.map(({ id, bundle }) => [id, bundle]));
  return {
    width: Math.ceil(step * lanes.length) + 6,
    laneOf: (id) => 4 + (laneOf.get(bundleOf.get(id) ?? '') ?? 0) * step,
  };
}
