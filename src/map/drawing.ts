import { relayKinds } from '../channels/relays';
import type { Box, Label, Route } from './layout';
import { arrow } from './lines';
import type { MapEdge, PageMap } from './model';

/** An element of a drawing. Preact draws it in the panel; a report writes it as text. */
export interface Shape {
  readonly tag: 'g' | 'path' | 'rect' | 'text';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Shape | string)[];
}

/** Returns the shapes of a box: its outline, then its texts. */
export function boxShapes({ node, x, y, width, height, name, place }: Box): readonly Shape[] {
  const rect = { x: round(x), y: round(y), width: round(width), height: round(height), rx: 4 };
  const [, scheme = '', rest = name.text] = /^([a-z]+:\/\/)(.*)$/s.exec(name.text) ?? [];
  return [
    shape('rect', { class: `map-box is-${node.kind}`, ...rect }),
    label('map-name', {
      ...name,
      text: rest,
      x: name.x + (name.width * scheme.length) / (name.text.length || 1),
    }),
    ...(scheme === '' ? [] : [label('map-scheme', { ...name, text: scheme })]),
    ...(place ? [label('map-place', place)] : []),
  ];
}

/** Returns the shapes of a line: a wide one to point at, the line, its arrows and its count. */
export function routeShapes({ path, label: count, arrows }: Route): readonly Shape[] {
  return [
    shape('path', { class: 'map-reach', d: path }),
    shape('path', { class: 'map-line', d: path }),
    ...arrows.map((tip) => shape('path', { class: 'map-arrow', d: arrow(tip) })),
    shape('rect', { class: 'map-plate', ...plate(count) }),
    label('map-count', count),
  ];
}

/** Returns the CSS class that colours a line: its requests' outcome, or that it is a channel. */
export function routeClass({ edge }: Route): string {
  if (edge.type === 'requests') return `map-edge outcome-${edge.outcome}`;
  return `map-edge is-channel${isRelay(edge) ? ' is-relay' : ''}`;
}

/** Whether a line is part of a relay. */
export function isRelay(edge: MapEdge): boolean {
  return (
    edge.type === 'channels' &&
    edge.kinds.some(([kind]) => relayKinds.some((relayKind) => relayKind === kind))
  );
}

const order = ['allowed', 'pending', 'opaque', 'channels', 'unknown', 'failed', 'blocked'];

/** Returns the lines in drawing order: blocked ones on top of all others. */
export function inDrawingOrder(routes: readonly Route[]): readonly Route[] {
  const rank = ({ edge }: Route) => order.indexOf(edge.type === 'requests' ? edge.outcome : edge.type);
  return [...routes].sort((a, b) => rank(a) - rank(b));
}

/** Whether a line starts or ends at a box, or at a box that is drawn as part of it. */
export function touches({ edge }: Route, id: string): boolean {
  return edge.from === id || edge.to === id;
}

/** Returns how many frames and origins the boxes represent. */
export function countsIn({ nodes }: PageMap): { readonly frames: number; readonly origins: number } {
  let frames = 0;
  let origins = 0;
  for (const { kind, count } of nodes) {
    if (kind === 'origin' || kind === 'origins') origins += count;
    else if (kind === 'frame' || kind === 'frames') frames += count;
  }
  return { frames, origins };
}

function plate({ x, y, width }: Label) {
  return { x: round(x - 2), y: y - 10, width: round(width + 4), height: 12 };
}

function label(name: string, { x, y, text }: Label): Shape {
  return shape('text', { class: name, x: round(x), y: round(y) }, [text]);
}

function shape(tag: Shape['tag'], attributes: Shape['attributes'], children: Shape['children'] = []): Shape {
  return { tag, attributes, children };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
