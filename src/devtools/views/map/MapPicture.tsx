import type { ComponentChild } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import {
  boxShapes,
  inDrawingOrder,
  routeClass,
  routeShapes,
  type Shape,
  touches,
} from '../../../map/drawing';
import type { Layout } from '../../../map/layout';
import type { MapEdge, MapNode, PageMap } from '../../../map/model';
import { nextNode } from '../../../map/next-node';
import type { MapProse } from '../../../prose/map';
import { visibleText } from '../../../prose/visible-text';

interface MapPictureProps {
  map: PageMap;
  layout: Layout;
  selected: string | null;
  prose: MapProse;
  /** Returns the description of a box. */
  nodeSentence(node: MapNode): string;
  /** Returns the description of a line. */
  edgeSentence(edge: MapEdge): string;
  onSelect(id: string | null): void;
  onOpen(edge: MapEdge): void;
}

/**
 * Draws the map: boxes for frames and origins, lines for traffic. It is one tab stop; arrow keys move in it.
 */
export function MapPicture(props: MapPictureProps) {
  const { map, layout, selected, prose, nodeSentence, edgeSentence, onSelect, onOpen } = props;
  const svg = useRef<SVGSVGElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const routes = useMemo(() => inDrawingOrder(layout.routes), [layout]);
  const lit = pointed ?? selected;
  const stop = map.nodes.some(({ id }) => id === current) ? current : (map.nodes[0]?.id ?? null);

  function press(event: KeyboardEvent, id: string): void {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === 'Enter' || key === ' ') onSelect(id === selected ? null : id);
    else if (key === 'Escape') onSelect(null);
    else {
      const next = nextNode(map, id, key);
      if (next === null) return;
      setCurrent(next);
      svg.current?.querySelector<SVGGElement>(`[data-node="${CSS.escape(next)}"]`)?.focus();
    }
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG cannot be a fieldset
    <svg
      ref={svg}
      class={`map-picture${lit === null ? '' : ' has-lit'}`}
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="group"
      aria-label={prose.label}
      aria-describedby="map-keys"
    >
      {layout.boxes.map((box) => {
        const { id } = box.node;
        const isSelected = id === selected;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a button element cannot be inside an SVG
          <g
            key={id}
            class={`map-node${isSelected ? ' is-selected' : ''}`}
            data-node={id}
            role="button"
            tabindex={id === stop ? 0 : -1}
            aria-pressed={isSelected}
            aria-label={visibleText(nodeSentence(box.node))}
            onClick={() => onSelect(isSelected ? null : id)}
            onFocus={() => setCurrent(id)}
            onKeyDown={(event) => press(event, id)}
            onPointerEnter={() => setPointed(id)}
            onPointerLeave={() => setPointed(null)}
          >
            <title>{visibleText(nodeSentence(box.node))}</title>
            {boxShapes(box).map(draw)}
          </g>
        );
      })}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it is focusable; the table lists the lines as buttons */}
      <g aria-hidden="true">
        {routes.map((route) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer only; see above
          <g
            key={route.edge.id}
            class={`${routeClass(route)}${lit !== null && touches(route, lit) ? ' is-lit' : ''}`}
            data-edge={route.edge.id}
            onClick={() => onOpen(route.edge)}
          >
            <title>{visibleText(edgeSentence(route.edge))}</title>
            {routeShapes(route).map(draw)}
          </g>
        ))}
      </g>
    </svg>
  );
}

function draw({ tag: Tag, attributes, children }: Shape, index: number): ComponentChild {
  return (
    <Tag key={index} {...attributes}>
      {children.map((child, at) => (typeof child === 'string' ? visibleText(child) : draw(child, at)))}
    </Tag>
  );
}
