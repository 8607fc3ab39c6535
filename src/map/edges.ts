import type { End } from '../channels/reading';
import type { SerializedOrigin } from '../engine';
import type { ChannelEdge, MapEdge, MapSource, RequestEdge } from './model';

/** The lines of a map before similar boxes are merged. */
interface Edges {
  /** The origins at their ends that are not frames. */
  readonly origins: ReadonlySet<SerializedOrigin>;
  /** Whether an origin only answered: no request was blocked there, and it sent nothing on its own. */
  isQuiet(origin: SerializedOrigin): boolean;
  /** Returns the lines between the merged boxes, in an order that does not depend on counts. */
  edges(drawnAs: (id: string) => string): readonly MapEdge[];
}

/**
 * Returns the lines of a map. A channel with one known end starts and ends there; one without a known end is
 * left out.
 */
export function edgesOf(source: MapSource, nodeOf: (end: End) => string | null): Edges {
  const origins = new Set<SerializedOrigin>();
  const loud = new Set<SerializedOrigin>();
  const requests = source.requests.flatMap(({ from, to, outcome, count }) => {
    const id = nodeOf(from);
    if (from.frameId === null && from.origin !== null) origins.add(from.origin);
    if (id === null) return [];
    origins.add(to);
    if (outcome === 'blocked') loud.add(to);
    return { from: id, to: `o ${to}`, outcome, count };
  });
  const channels = source.channels.flatMap(({ from, to, kind, count }) => {
    for (const { frameId, origin } of [from, to]) {
      if (frameId !== null || origin === null) continue;
      origins.add(origin);
      loud.add(origin);
    }
    const [start, end] = [nodeOf(from), nodeOf(to)];
    const [a, b] = [start ?? end, end ?? start];
    return a === null || b === null ? [] : { from: a, to: b, kind, count };
  });
  return {
    origins,
    isQuiet: (origin) => !loud.has(origin) && origin !== source.origin,
    edges(drawnAs) {
      const found = new Map<string, MapEdge>();
      for (const { from, to, outcome, count } of requests) {
        const [a, b] = [drawnAs(from), drawnAs(to)];
        const id = `${outcome} ${a} > ${b}`;
        const known = found.get(id);
        const edge: RequestEdge = { id, type: 'requests', from: a, to: b, outcome, count };
        found.set(id, { ...edge, count: count + (known?.count ?? 0) });
      }
      for (const { from, to, kind, count } of channels) {
        const [a, b] = [drawnAs(from), drawnAs(to)];
        // Both directions share one line, which starts at the box with the smaller id.
        const isForth = a <= b;
        const id = isForth ? `${a} = ${b}` : `${b} = ${a}`;
        const known = (found.get(id) as ChannelEdge | undefined) ?? {
          id,
          type: 'channels',
          ...(isForth ? { from: a, to: b } : { from: b, to: a }),
          ...{ count: 0, back: 0, kinds: [] },
        };
        found.set(id, {
          ...known,
          count: known.count + (isForth ? count : 0),
          back: known.back + (isForth ? 0 : count),
          kinds: added(known.kinds, kind, count),
        });
      }
      return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    },
  };
}

/** Returns a line with its direction: from the sender, if only one direction was used. */
export function oriented(edge: MapEdge): Pick<ChannelEdge, 'from' | 'to' | 'count' | 'back'> {
  const { from, to, count } = edge;
  const back = edge.type === 'channels' ? edge.back : 0;
  return count > 0 ? { from, to, count, back } : { from: to, to: from, count: back, back: count };
}

function added(kinds: ChannelEdge['kinds'], kind: string, count: number): ChannelEdge['kinds'] {
  const counts = new Map(kinds);
  counts.set(kind, (counts.get(kind) ?? 0) + count);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
