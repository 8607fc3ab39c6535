import { oriented } from '../map/edges';
import type { NodeWords } from '../map/layout';
import type { MapEdge, MapNode } from '../map/model';
import type { Outcome } from '../protocol/facts';
import { type Language, type Prose, proseFor } from './languages';
import { bounded } from './short-url';

const longestPlace = 160;

/** The words about the map. */
export type MapProse = Prose['map'];

/** The words about the map, in a language that was loaded. */
export function mapProseFor(language: Language): MapProse {
  return proseFor(language).map;
}

/** What is written on a box: its origin, and which frame it is or what else it stands for. */
export function nodeWords(node: MapNode, prose: MapProse): NodeWords {
  const { kind, origin, frameId, count, url } = node;
  const name = origin === null ? prose.notKnown : origin === 'null' ? prose.opaque : origin;
  if (kind === 'origin') return { name, place: '' };
  if (kind === 'origins') return { name: prose.kinds.origins(count), place: '' };
  if (kind !== 'frame') return { name, place: prose.kinds[kind](count) };
  const frame = frameId === 0 || frameId === null ? prose.top : prose.inner(frameId);
  return { name, place: `${frame} · ${placeIn(url ?? '')}` };
}

/** What a box is called in a sentence. */
export function nodeName(node: MapNode, prose: MapProse): string {
  const { name, place } = nodeWords(node, prose);
  const { kind, frameId } = node;
  if (kind === 'frame')
    return `${frameId === 0 || frameId === null ? prose.top : prose.inner(frameId)} ${name}`;
  return place === '' ? name : `${place} ${name}`;
}

/** A line in words: `names` of its boxes, outcomes and kinds as they are called. */
export function edgeSentence(
  edge: MapEdge,
  nameOf: (id: string) => string,
  outcomes: Readonly<Record<Outcome, { readonly label: string }>>,
  kindName: (kind: string) => string,
  prose: MapProse,
): string {
  const { count, back, ...ends } = oriented(edge);
  const [from, to] = [nameOf(ends.from), nameOf(ends.to)];
  if (edge.type === 'requests') {
    return prose.line(`${from} → ${to}`, prose.requests(count, outcomes[edge.outcome].label));
  }
  const kinds = edge.kinds.map(([kind]) => kindName(kind)).join(', ');
  const way = back > 0 ? '↔' : '→';
  const between = edge.from === edge.to ? prose.alone(from) : `${from} ${way} ${to}`;
  return prose.line(between, prose.channels(count, back, kinds));
}

/** Which document it is, without what may be long or secret in its address. */
function placeIn(url: string): string {
  const [, scheme = '', opaque = ''] = /^([a-z][a-z0-9+.-]*:)(?!\/\/)(.*)$/is.exec(url) ?? [];
  if (scheme === 'about:') return bounded(`about:${opaque}`, longestPlace);
  if (scheme !== '') return scheme;
  return bounded(
    url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '') || '/',
    longestPlace,
  );
}
