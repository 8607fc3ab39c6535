import type { End } from '../channels/reading';
import type { SerializedOrigin } from '../engine';
import type { Outcome } from '../protocol/facts';

/** A current frame. */
export interface MapFrame {
  readonly frameId: number;
  readonly parentFrameId: number | null;
  readonly documentId: string | null;
  readonly origin: SerializedOrigin;
  readonly url: string;
}

/** Events of one kind in one direction between two ends. */
export interface Channel {
  readonly from: End;
  readonly to: End;
  /** Any name, because the map draws all kinds of channels in the same way. */
  readonly kind: string;
  readonly count: number;
}

/** Requests from one end to an origin with the same outcome there. */
export interface RequestLine {
  readonly from: End;
  readonly to: SerializedOrigin;
  readonly outcome: Outcome;
  readonly count: number;
}

/** The data that a map is drawn from. */
export interface MapSource {
  /** The origin that is listed first; null if there is no page. */
  readonly origin: SerializedOrigin | null;
  readonly frames: readonly MapFrame[];
  readonly channels: readonly Channel[];
  readonly requests: readonly RequestLine[];
}

/**
 * The content of a box: a frame; sibling frames of one origin; removed documents of an origin; a window of
 * another tab; the workers of an origin; an origin; or several merged origins.
 */
export type NodeKind = 'frame' | 'frames' | 'gone' | 'window' | 'workers' | 'origin' | 'origins';

/** A box of the map. */
export interface MapNode {
  /** Stable as long as the box represents the same thing. */
  readonly id: string;
  readonly kind: NodeKind;
  /** The box that contains it. */
  readonly parent: string | null;
  readonly origin: SerializedOrigin | null;
  /** The URL of a frame. */
  readonly url: string | null;
  readonly frameId: number | null;
  readonly tabId: number | null;
  /** How many frames or origins it represents. */
  readonly count: number;
}

/** A line of the map: requests with one outcome, or events between two boxes. */
export type MapEdge = RequestEdge | ChannelEdge;

interface EdgeBase {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Requests from a box to an origin. */
export interface RequestEdge extends EdgeBase {
  readonly type: 'requests';
  readonly outcome: Outcome;
}

/** Events between two boxes; `from` and `to` are equal if the other end is unknown. */
export interface ChannelEdge extends EdgeBase {
  readonly type: 'channels';
  /** How many went from `to` to `from`. */
  readonly back: number;
  /** The most frequent first. */
  readonly kinds: readonly (readonly [kind: string, count: number])[];
}

/** The content of a map. */
export interface PageMap {
  /** Frames before origins, each after the box that contains it. */
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  /** Returns the id of the box of an end; null if nothing is known about it. */
  nodeOf(end: End): string | null;
  /** Returns the id of the box of an origin. */
  originNode(origin: SerializedOrigin): string;
}
