import type { End } from '../channels/reading';
import type { SerializedOrigin } from '../engine';
import type { Outcome } from '../protocol/facts';

/** A frame that is there now. */
export interface MapFrame {
  readonly frameId: number;
  readonly parentFrameId: number | null;
  readonly documentId: string | null;
  readonly origin: SerializedOrigin;
  readonly url: string;
}

/** Things of one kind that went one way between two ends. */
export interface Channel {
  readonly from: End;
  readonly to: End;
  /** Whatever its name: the map draws channels of every kind alike. */
  readonly kind: string;
  readonly count: number;
}

/** Requests of one end that met an origin and had one outcome there. */
export interface Asked {
  readonly from: End;
  readonly to: SerializedOrigin;
  readonly outcome: Outcome;
  readonly count: number;
}

/** All that a map is drawn of. */
export interface MapSource {
  /** The origin that comes first among the origins; null if there is no page. */
  readonly origin: SerializedOrigin | null;
  readonly frames: readonly MapFrame[];
  readonly channels: readonly Channel[];
  readonly requests: readonly Asked[];
}

/**
 * What a box stands for: a frame; several frames in the same one and of one origin; documents of an origin
 * that are gone; a window of another tab; the workers of an origin; an origin; origins that are not drawn.
 */
export type NodeKind = 'frame' | 'frames' | 'gone' | 'window' | 'workers' | 'origin' | 'origins';

/** A box of the map. */
export interface MapNode {
  /** The same as long as it stands for the same. */
  readonly id: string;
  readonly kind: NodeKind;
  /** The box that it stands in. */
  readonly parent: string | null;
  readonly origin: SerializedOrigin | null;
  /** Of a frame. */
  readonly url: string | null;
  readonly frameId: number | null;
  readonly tabId: number | null;
  /** How many frames or origins it stands for. */
  readonly count: number;
}

/** A line of the map: requests with one outcome, or what two boxes said to each other. */
export type MapEdge = RequestEdge | ChannelEdge;

interface EdgeBase {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Requests of a box that met an origin. */
export interface RequestEdge extends EdgeBase {
  readonly of: 'requests';
  readonly outcome: Outcome;
}

/** What went between two boxes; `from` and `to` are the same where the other end is not known. */
export interface ChannelEdge extends EdgeBase {
  readonly of: 'channels';
  /** How many went from `to` to `from`. */
  readonly back: number;
  /** The most frequent first. */
  readonly kinds: readonly (readonly [kind: string, count: number])[];
}

/** What a map shows. */
export interface PageMap {
  /** Frames before origins, each after the box that it stands in. */
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  /** The id of the box that an end is drawn as; null where nothing is known of it. */
  nodeOf(end: End): string | null;
  /** The id of the box that an origin is drawn as. */
  originNode(origin: SerializedOrigin): string;
}
