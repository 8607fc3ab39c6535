import type { MapEdge, MapNode } from './model';

/** The side of a box. */
export type Side = 'left' | 'right';

/** The line of each box at which an edge starts or ends. */
export interface Ports {
  /** Returns the side of an edge: left for lines between frames, right for all others. */
  sideOf(edge: MapEdge): Side;
  /** Returns the end that shows the count. */
  labelledEnd(edge: MapEdge): string;
  /** Returns how many lines a box needs for its edges. */
  linesOf(id: string): number;
  /** Returns the line of a box at which an edge touches it. */
  lineOf(id: string, edge: MapEdge): number;
}

/** Whether a box represents origins and is therefore on the right. */
export function isOrigin({ kind }: MapNode): boolean {
  return kind === 'origin' || kind === 'origins';
}

/**
 * Returns the ports of a map. An edge shows its count at the end with fewer edges on that side, on a line of
 * its own; at the other end, edges share the first line.
 */
export function portsOf(nodes: readonly MapNode[], edges: readonly MapEdge[]): Ports {
  const origins = new Set(nodes.filter(isOrigin).map(({ id }) => id));
  const places = new Map(nodes.map(({ id }, index) => [id, index]));
  const sideOf = ({ from, to }: MapEdge): Side => (origins.has(from) || origins.has(to) ? 'right' : 'left');

  const degrees = new Map<string, number>();
  for (const edge of edges) {
    for (const id of endsOf(edge)) {
      const key = `${sideOf(edge)} ${id}`;
      degrees.set(key, (degrees.get(key) ?? 0) + 1);
    }
  }
  const labelledEnd = (edge: MapEdge): string => {
    const { from, to } = edge;
    const side = sideOf(edge);
    const [a, b] = [degrees.get(`${side} ${from}`) ?? 0, degrees.get(`${side} ${to}`) ?? 0];
    if (a !== b) return a < b ? from : to;
    // If the ends are equal, prefer the frame to the origin, or the lower box, which is the inner one.
    if (side === 'right') return origins.has(from) ? to : from;
    return (places.get(from) ?? 0) > (places.get(to) ?? 0) ? from : to;
  };

  const lines = new Map<string, number>();
  const shared = new Set<string>();
  for (const edge of edges) {
    for (const id of endsOf(edge)) if (id !== labelledEnd(edge)) shared.add(`${sideOf(edge)} ${id}`);
  }
  const counts = new Map<string, number>();
  for (const edge of edges) {
    for (const id of endsOf(edge)) {
      const key = `${sideOf(edge)} ${id}`;
      const first = shared.has(key) ? 1 : 0;
      const next = counts.get(key) ?? first;
      if (id !== labelledEnd(edge)) continue;
      lines.set(`${edge.id}\n${id}`, next);
      counts.set(key, next + 1);
    }
  }
  const linesOn = (side: Side, id: string) => {
    const key = `${side} ${id}`;
    return counts.get(key) ?? (shared.has(key) ? 1 : 0);
  };
  return {
    sideOf,
    labelledEnd,
    linesOf: (id) => Math.max(linesOn('left', id), linesOn('right', id)),
    lineOf: (id, edge) => lines.get(`${edge.id}\n${id}`) ?? 0,
  };
}

function endsOf({ from, to }: MapEdge): readonly string[] {
  return from === to ? [from] : [from, to];
}
