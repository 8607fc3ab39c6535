import { laneRoutes } from './lanes';
import { curve, laneRoute, loop, type Tip } from './lines';
import type { MapEdge, MapNode, PageMap } from './model';
import { isOrigin, type Ports, portsOf } from './ports';
import { compactCount, cut, textWidth } from './text';

/** The texts of a box. */
export interface NodeWords {
  readonly name: string;
  /** Beside or under the name; may be empty. */
  readonly place: string;
}

/** A positioned text; `x` and `y` are the start of its baseline. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly width: number;
}

/** A positioned box. */
export interface Box {
  readonly node: MapNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly name: Label;
  /** null if there is none or no room for it. */
  readonly place: Label | null;
}

/** A positioned line with its count. */
export interface Route {
  readonly edge: MapEdge;
  readonly path: string;
  readonly label: Label;
  /** The positions of its arrows. */
  readonly arrows: readonly Tip[];
}

/** A map with all positions, in CSS pixels. Labels do not overlap. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly routes: readonly Route[];
}

const margin = 8;
const gap = 6;
const lineHeight = 14;
const oneLine = 24;
const twoLines = 38;
const columnsFrom = 620;
const denseFrom = 14;
/**
 * Above this number, lines between the columns run along lanes, and lines with the same meaning share one.
 */
const mostCurves = 30;
const oneWayLabel = 50;
const twoWayLabel = 92;

interface Row {
  readonly y: number;
  readonly height: number;
  readonly depth: number;
}

/**
 * Returns the layout of a map in a given width: nested frames on the left, origins on the right, or below
 * them if there is little room. Lines between frames run on the left, all others on the right.
 */
export function layoutOf(map: PageMap, words: (node: MapNode) => NodeWords, width: number): Layout {
  const known = new Set(map.nodes.map(({ id }) => id));
  const edges = map.edges.filter(({ from, to }) => known.has(from) && known.has(to));
  const ports = portsOf(map.nodes, edges);
  const hasColumns = width >= columnsFrom;
  const isDense = hasColumns && map.nodes.filter((node) => !isOrigin(node)).length >= denseFrom;
  const isTall = (node: MapNode) => !isDense && !isOrigin(node) && words(node).place !== '';
  const { rows, height } = rowsOf(map.nodes, hasColumns, (node) =>
    Math.max(isTall(node) ? twoLines : oneLine, 10 + lineHeight * ports.linesOf(node.id)),
  );
  const yOf = (id: string, edge: MapEdge) =>
    (rows.get(id)?.y ?? 0) + 12 + ports.lineOf(id, edge) * lineHeight;
  const left = stripOf(edges, 'left', ports, yOf, width * 0.12);
  const framesX = margin + left.lanes.width + left.label;
  const room = width - margin - framesX;
  const gutter = Math.max(64, Math.min(260, room * 0.22));
  const right = stripOf(edges, 'right', ports, yOf, hasColumns ? gutter - 12 : width * 0.12);
  const isCurved = hasColumns && right.count <= mostCurves;
  const framesWidth = hasColumns
    ? Math.min(620, (room - gutter - right.label * 2) * 0.58)
    : room - right.label - right.lanes.width;
  const stripX = framesX + framesWidth;
  const originsX = hasColumns ? stripX + gutter + right.label * 2 : framesX;
  const originsWidth = hasColumns ? Math.min(460, width - margin - originsX) : framesWidth;

  const deepest = Math.max(1, ...[...rows.values()].map(({ depth }) => depth));
  const indent = Math.min(12, (framesWidth * 0.3) / deepest);
  const boxes = map.nodes.map((node): Box => {
    const { y, height, depth } = rows.get(node.id) ?? { y: 0, height: 0, depth: 0 };
    const x = isOrigin(node) ? originsX : framesX + depth * indent;
    const boxWidth = isOrigin(node) ? originsWidth : framesWidth - depth * indent * 1.5;
    const place = { x, y, width: boxWidth };
    return { node, ...place, height, ...written(words(node), place, isTall(node)) };
  });
  const boxOf = new Map(boxes.map((box) => [box.node.id, box]));

  const tipOf = (id: string, edge: MapEdge): Tip => {
    const box = boxOf.get(id);
    const isLeft = ports.sideOf(edge) === 'left' || (hasColumns && box !== undefined && isOrigin(box.node));
    const x = box ? (isLeft ? box.x : box.x + box.width) : 0;
    return { x, y: yOf(id, edge), side: isLeft ? 'left' : 'right' };
  };
  const routes = edges.map((edge): Route => {
    const [start, end] = [tipOf(edge.from, edge), tipOf(edge.to, edge)];
    const isLeft = ports.sideOf(edge) === 'left';
    const at = ports.labelledEnd(edge) === edge.from ? start : end;
    const text = labelText(edge, ports.labelledEnd(edge), at.side === 'left');
    const labelWidth = textWidth(text);
    const labelX = at.side === 'left' ? (isLeft ? framesX : originsX) - 10 - labelWidth : stripX + 10;
    const isLoop = edge.from === edge.to;
    const path = isLoop
      ? loop(start)
      : isLeft
        ? laneRoute(start, end, framesX - left.label - left.lanes.laneOf(edge.id))
        : isCurved
          ? curve(start, end, stripX + right.label, originsX - right.label)
          : laneRoute(start, end, stripX + right.label + right.lanes.laneOf(edge.id));
    return {
      edge,
      path,
      label: { x: labelX, y: at.y + 4, text, width: labelWidth },
      arrows: isLoop ? [] : [...(goesBack(edge) ? [start] : []), ...(goesForth(edge) ? [end] : [])],
    };
  });
  return { width, height, boxes, routes };
}

/**
 * Returns the vertical position of each box: frames below the frame that contains them, origins beside or
 * below.
 */
function rowsOf(
  nodes: readonly MapNode[],
  hasColumns: boolean,
  ownHeight: (node: MapNode) => number,
): { readonly rows: ReadonlyMap<string, Row>; readonly height: number } {
  const inside = new Map<string | null, MapNode[]>();
  for (const node of nodes) {
    if (!isOrigin(node)) inside.set(node.parent, [...(inside.get(node.parent) ?? []), node]);
  }
  const rows = new Map<string, Row>();
  const stack = (node: MapNode, y: number, depth: number): number => {
    const inner = inside.get(node.id) ?? [];
    let bottom = y + ownHeight(node);
    for (const child of inner) bottom = stack(child, bottom + gap - 2, depth + 1);
    if (inner.length > 0) bottom += gap;
    rows.set(node.id, { y, height: bottom - y, depth });
    return bottom;
  };
  let bottom = margin - gap;
  for (const node of inside.get(null) ?? []) bottom = stack(node, bottom + gap, 0);
  const framesBottom = bottom;
  if (hasColumns) bottom = margin - gap;
  else bottom += gap * 2;
  for (const node of nodes.filter(isOrigin)) bottom = stack(node, bottom + gap, 0);
  return { rows, height: Math.ceil(Math.max(framesBottom, bottom) + margin) };
}

/** Returns the room for the counts and lanes of one side. It does not depend on the counts' values. */
function stripOf(
  edges: readonly MapEdge[],
  side: 'left' | 'right',
  ports: Ports,
  yOf: (id: string, edge: MapEdge) => number,
  lanesRoom: number,
) {
  const sideEdges = edges.filter((edge) => ports.sideOf(edge) === side);
  const isTwoWay = sideEdges.some((edge) => edge.from !== edge.to && goesBack(edge) && goesForth(edge));
  const spans = sideEdges.flatMap((edge) => {
    const { id, from, to } = edge;
    if (from === to) return [];
    const hub = ports.labelledEnd(edge) === from ? to : from;
    const bundle = `${hub} ${edge.type === 'requests' ? edge.outcome : edge.type}`;
    return { id, ys: [yOf(from, edge), yOf(to, edge)] as const, bundle };
  });
  return {
    label: sideEdges.length === 0 ? 0 : isTwoWay ? twoWayLabel : oneWayLabel,
    count: sideEdges.length,
    lanes: laneRoutes(spans, lanesRoom),
  };
}

/** Returns the texts of a box, cut to the available room. */
function written(
  { name, place }: NodeWords,
  box: { readonly x: number; readonly y: number; readonly width: number },
  isTall: boolean,
): Pick<Box, 'name' | 'place'> {
  const [x, y] = [box.x + 8, box.y + 16];
  const room = Math.max(0, box.width - 16);
  const isBeside = !isTall && place !== '';
  const text = cut(name, isBeside ? Math.max(room * 0.6, room - textWidth(place) - 10) : room);
  const named = { x, y, text, width: textWidth(text) };
  const before = isTall ? 0 : named.width + 10;
  const placed = cut(place, room - before);
  if (placed === '' || placed === '…') return { name: named, place: null };
  const at = { x: x + before, y: isTall ? y + lineHeight : y };
  return { name: named, place: { ...at, text: placed, width: textWidth(placed) } };
}

const goesForth = ({ count }: MapEdge) => count > 0;
const goesBack = (edge: MapEdge) => edge.type === 'channels' && edge.back > 0;

const marks: Readonly<Record<string, string>> = {
  ...{ blocked: '✕', opaque: '○', failed: '!', unknown: '?', pending: '…' },
};

/** Returns the text of a count with its direction, as seen from the box next to it. */
function labelText(edge: MapEdge, at: string, isLeftOfBox: boolean): string {
  const { from, to, count } = edge;
  if (edge.type === 'requests') {
    const mark = marks[edge.outcome];
    return mark ? `${mark} ${compactCount(count)}` : compactCount(count);
  }
  if (from === to) return `↻ ${compactCount(count + edge.back)}`;
  const [into, out] = at === to ? [count, edge.back] : [edge.back, count];
  const [inward, outward] = isLeftOfBox ? ['→', '←'] : ['←', '→'];
  return [
    ...(into > 0 ? [`${inward}${compactCount(into)}`] : []),
    ...(out > 0 ? [`${outward}${compactCount(out)}`] : []),
  ].join(' ');
}
