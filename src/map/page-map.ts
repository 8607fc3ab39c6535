import type { End } from '../channels/reading';
import type { SerializedOrigin } from '../engine';
import { edgesOf } from './edges';
import type { MapFrame, MapNode, MapSource, PageMap } from './model';
import { originOrder } from './origin-order';

/** The number of frames from which similar ones are merged. */
const manyFrames = 20;
const fewestAlike = 3;
/** The number of origins from which those that only answered are merged. */
const manyOrigins = 30;

const unseen = 'origins';

/**
 * Returns the boxes and lines of a page. If there are many, sibling frames of one origin without children are
 * merged, and so are origins that sent nothing and blocked nothing; `isWhole` prevents merging.
 */
export function pageMap(source: MapSource, isWhole: boolean): PageMap {
  const byDocument = new Map(source.frames.map((frame) => [frame.documentId, frame]));
  const byId = new Map(source.frames.map((frame) => [frame.frameId, frame]));
  const alike = isWhole ? new Map<number, string>() : alikeIn(source.frames);

  /** Returns the current frame of an end. */
  const frameOf = ({ frameId, documentId, tabId, origin }: End): MapFrame | undefined => {
    if (frameId === null) return undefined;
    // An event in another tab's window contains the id of this tab; its document identifies the frame.
    const frame = documentId === null ? undefined : byDocument.get(documentId);
    if (frame || tabId !== null) return frame;
    // Without a document, only its id identifies a frame, if its origin has not changed since.
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

/** Returns the frames that are merged with others, with the id of the merged box. */
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

/** Returns the frames in a stable order: by id, each after the frame that contains it. */
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
  // Frames can claim to contain each other, because a report may come from an untrusted source.
  for (const frame of [...frames].sort((a, b) => a.frameId - b.frameId)) visit(null, [frame]);
  return [...nodes.values()];
}
