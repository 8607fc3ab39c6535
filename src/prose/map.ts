import { oriented } from '../map/edges';
import type { NodeWords } from '../map/layout';
import type { MapEdge, MapNode, NodeKind } from '../map/model';
import type { Outcome } from '../protocol/facts';
import { mapEn } from './en/map';
import type { Language } from './prose';
import { bounded } from './short-url';
import { mapZhCn } from './zh-cn/map';

const longestPlace = 160;

/** Everything that is said of the map, in one language. Loaded with the view that says it. */
export interface MapProse {
  readonly label: string;
  /** How to move in it. */
  readonly keys: string;
  readonly nothing: string;
  readonly nothingHint: string;
  /** What it shows, in a line; counts of messages are those of all that frames said. */
  summary(frames: number, origins: number, requests: number, messages: number): string;
  readonly whole: string;
  readonly wholeMeaning: string;
  readonly legend: string;
  readonly messages: string;
  readonly relays: string;
  readonly top: string;
  readonly opaque: string;
  readonly notKnown: string;
  inner(frameId: number): string;
  /** What a box stands for that is no frame of the page. */
  readonly kinds: Readonly<
    Record<Exclude<NodeKind, 'frame'>, (count: number, tabId: number | null) => string>
  >;
  /** What a reader hears of a box. */
  node(name: string, inside: string | null, requests: number, messages: number): string;
  readonly table: {
    readonly label: string;
    of(name: string): string;
    readonly all: string;
    readonly from: string;
    readonly to: string;
    readonly what: string;
    readonly count: string;
    readonly unseen: string;
    requests(outcome: string): string;
    /** How many of it went the other way. */
    counts(forth: number, back: number): string;
    readonly showRequests: string;
    readonly showMessages: string;
    more(shown: number, total: number): string;
  };
  /** A line in a sentence: between whom, and what. */
  line(between: string, what: string): string;
  /** One end, where the other is not visible. */
  alone(name: string): string;
  requests(count: number, outcome: string): string;
  channels(forth: number, back: number, kinds: string): string;
}

/** What is said of the map in a language. */
export function mapProseFor(language: Language): MapProse {
  return language === 'zh-CN' ? mapZhCn : mapEn;
}

/** What is written on a box: its origin, and which frame it is or what else it stands for. */
export function nodeWords(node: MapNode, prose: MapProse): NodeWords {
  const { kind, origin, frameId, tabId, count, url } = node;
  const name = origin === null ? prose.notKnown : origin === 'null' ? prose.opaque : origin;
  if (kind === 'origin') return { name, place: '' };
  if (kind === 'origins') return { name: prose.kinds.origins(count, null), place: '' };
  if (kind !== 'frame') return { name, place: prose.kinds[kind](count, tabId) };
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
  if (edge.of === 'requests') {
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
