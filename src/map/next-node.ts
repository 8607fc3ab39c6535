import type { MapNode, PageMap } from './model';
import { isOrigin } from './ports';

/** Returns the box that a key moves to from a box; null if there is none. */
export function nextNode({ nodes, edges }: PageMap, from: string, key: string): string | null {
  const here = nodes.find(({ id }) => id === from);
  if (!here) return null;
  const column = nodes.filter((node) => isOrigin(node) === isOrigin(here));
  const index = column.indexOf(here);
  const linked = (wanted: (node: MapNode) => boolean) => {
    const ids = new Set(
      edges.flatMap((edge) => (edge.from === from || edge.to === from ? [edge.from, edge.to] : [])),
    );
    return nodes.find((node) => ids.has(node.id) && wanted(node)) ?? nodes.find(wanted);
  };
  const next = () => {
    switch (key) {
      case 'ArrowDown':
        return column[index + 1];
      case 'ArrowUp':
        return column[index - 1];
      case 'Home':
        return nodes[0];
      case 'End':
        return nodes.at(-1);
      case 'ArrowRight':
        return isOrigin(here) ? undefined : linked(isOrigin);
      case 'ArrowLeft':
        if (isOrigin(here)) return linked((node) => !isOrigin(node));
        return nodes.find(({ id }) => id === here.parent);
    }
    return undefined;
  };
  return next()?.id ?? null;
}
