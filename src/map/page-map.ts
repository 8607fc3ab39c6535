import type { End } from '../channels/reading';
import type { SerializedOrigin } from '../engine';
import { edgesOf } from './edges';
import type { MapFrame, MapNode, MapSource, PageMap } from './model';
import { originOrder } from './origin-order';

/** From how many frames on those that are alike are drawn as one. */
const manyFrames = 20;
const fewestAlike = 3;
/** From how many origins on those that only answered are drawn as one. */
const manyOrigins = 30;

const unseen = 'origins';

/**
 * The boxes and lines of a page. Where there are many, frames in the same frame that are of one origin and
 * hold none become one box, and so do origins that said nothing and blocked nothing; `isWhole`: none does.
 */
export function pageMap(source: MapSource, isWhole: boolean): PageMap {
  const byDocument = new Map(source.frames.map((frame) => [frame.documentId, frame]));
  const byId = new Map(source.frames.map((frame) => [frame.frameId, frame]));
  const alike = isWhole ? new Map<number, string>() : alikeIn(source.frames);

  /** The frame that is there now and that an end means. */
  const frameOf = ({ frameId, documentId, tabId, origin }: End): MapFrame | undefined => {
    if (frameId === null) return undefined;
    // A window of another tab names this one's tab; a document is known by itself.
    const frame = documentId === null ? undefined : byDocument.get(documentId);
    if (frame || tabId !== null) return frame;
    // Without its document a frame is known by its place alone, if that has not changed hands since.
    const found = byId.get(frameId);
    if (documentId === null) return found;
    return found?.documentId === null && (origin === null || found.origin === origin) ? found : undefined;
  };

  const others = new Map<string, MapNode>();
  const other = (node: Omit<MapNode, 'url' | 'count'>): string => {
    if (!others.has(node.id)) others.set(node.id, { ...node, url: null, count: 1 });
    return node.id;
  };
  const nodeOf = (end: End): string | null => {
    const { frameId, tabId, origin } = end;
    const frame = frameOf(end);
    if (frame) return alike.get(frame.frameId) ?? frameNode(frame.frameId);
    if (frameId === null) return origin === null ? null : `o ${origin}`;
    const base = { parent: null, origin, frameId, tabId };
    if (tabId !== null) {
      const id = `t${tabId} ${frameId} ${origin}`;
      return other({ ...base, id, kind: 'window' });
    }
    const kind = frameId < 0 ? 'workers' : 'gone';
    return other({ ...base, id: `${kind} ${origin}`, kind, frameId: null });
  };

  const { edges, origins, isQuiet } = edgesOf(source, nodeOf);
  const sorted = [...origins].sort(originOrder(source.origin));
  const quiet = isWhole || sorted.length <= manyOrigins ? [] : sorted.filter(isQuiet);
  const isHidden = new Set(quiet.length < fewestAlike ? [] : quiet.map((origin) => `o ${origin}`));
  const drawnAs = (id: string) => (isHidden.has(id) ? unseen : id);
  return {
    nodes: [
      ...nested(source.frames, alike),
      ...[...others.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
      ...sorted.flatMap((origin) => (isHidden.has(`o ${origin}`) ? [] : originNode(origin))),
      ...(isHidden.size > 0 ? [{ ...originNode(null), count: isHidden.size }] : []),
    ],
    edges: edges(drawnAs),
    nodeOf: (end) => {
      const id = nodeOf(end);
      return id && drawnAs(id);
    },
    originNode: (origin) => drawnAs(`o ${origin}`),
  };
}

function frameNode(frameId: number): string {
  return `f${frameId}`;
}

function originNode(origin: SerializedOrigin | null): MapNode {
  const isOne = origin !== null;
  return {
    id: isOne ? `o ${origin}` : unseen,
    kind: isOne ? 'origin' : 'origins',
    ...{ parent: null, origin, url: null, frameId: null, tabId: null, count: 1 },
  };
}

/** The frames that are drawn with others as one, with the id of that. */
function alikeIn(frames: readonly MapFrame[]): ReadonlyMap<number, string> {
  if (frames.length <= manyFrames) return new Map();
  const parents = new Set(frames.map(({ parentFrameId }) => parentFrameId));
  const groups = new Map<string, number[]>();
  for (const { frameId, parentFrameId, origin } of frames) {
    if (parentFrameId === null || parents.has(frameId)) continue;
    const id = `f${parentFrameId} ${origin}`;
    groups.set(id, [...(groups.get(id) ?? []), frameId]);
  }
  return new Map(
    [...groups].flatMap(([id, ids]) =>
      ids.length < fewestAlike ? [] : ids.map((frameId) => [frameId, id] as const),
    ),
  );
}

/** The frames, each after the one that it is in, in the order of their ids: that does not change. */
function nested(frames: readonly MapFrame[], alike: ReadonlyMap<number, string>): readonly MapNode[] {
  const known = new Set(frames.map(({ frameId }) => frameId));
  const inside = new Map<number | null, MapFrame[]>();
  for (const frame of [...frames].sort((a, b) => a.frameId - b.frameId)) {
    const { frameId, parentFrameId } = frame;
    const isInside = parentFrameId !== null && parentFrameId !== frameId && known.has(parentFrameId);
    const parent = isInside ? parentFrameId : null;
    inside.set(parent, [...(inside.get(parent) ?? []), frame]);
  }
  const nodes = new Map<string, MapNode>();
  const placed = new Set<number>();
  const visit = (parent: number | null, children: readonly MapFrame[]) => {
    for (const { frameId, origin, url } of children) {
      if (placed.has(frameId)) continue;
      placed.add(frameId);
      const id = alike.get(frameId) ?? frameNode(frameId);
      const before = nodes.get(id);
      nodes.set(id, {
        id,
        kind: alike.has(frameId) ? 'frames' : 'frame',
        parent: parent === null ? null : frameNode(parent),
        origin,
        url: alike.has(frameId) ? null : url,
        frameId: alike.has(frameId) ? null : frameId,
        tabId: null,
        count: (before?.count ?? 0) + 1,
      });
      visit(frameId, inside.get(frameId) ?? []);
    }
  };
  visit(null, inside.get(null) ?? []);
  // Frames that are said to be in each other: a report may come from anywhere.
  for (const frame of [...frames].sort((a, b) => a.frameId - b.frameId)) visit(null, [frame]);
  return [...nodes.values()];
}
