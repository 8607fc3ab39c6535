/** Who imports whom. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The groups of files that all import each other, directly or through others of the group; each group sorted. */
export function importCycles(graph: ImportGraph): readonly (readonly string[])[] {
  const reached = new Map([...graph.keys()].map((file) => [file, reachedFrom(graph, file)]));
  const cycles = new Map<string, readonly string[]>();
  for (const [file, others] of reached) {
    if (!others.has(file)) continue;
    const cycle = [...others].filter((other) => reached.get(other)?.has(file)).sort();
    cycles.set(cycle.join(), cycle);
  }
  return [...cycles.values()];
}

function reachedFrom(graph: ImportGraph, file: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...(graph.get(file) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(graph.get(next) ?? []));
  }
  return reached;
}
