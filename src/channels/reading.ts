import type { SerializedOrigin } from '../engine';
import type { Relation } from '../engine/site';
import type { TypeOf } from '../protocol/bounded-schemas';
import type { FrameRef, PageEventFacts } from '../protocol/page-events';
import type * as schema from './schema/reading';

/** The relation between the two ends of a page event. `opaque`: at least one has an opaque origin. */
export type EventRelation = TypeOf<typeof schema.eventRelation>;

/** One end of a page event: a frame, as far as it is known. */
export type End = TypeOf<typeof schema.end>;

/**
 * One end of a page event, and what it is: a frame; an unknown frame of an origin; the previous or next
 * document in the same window; a server, a worker, or the other end of a channel; or an end that no browser
 * shows.
 */
export type Party = TypeOf<typeof schema.party>;

/** The risk of data that crossed a boundary. */
export type RiskCode = TypeOf<typeof schema.riskCode>;

/** A fact about an event that is not visible. */
export type Unseen = TypeOf<typeof schema.unseenCode>;

/** The interpretation of a page event: its two ends, the rule, the risk, and what no browser shows. */
export interface Reading<Rule extends string> {
  readonly from: Party;
  readonly to: Party;
  /** null if one end is not known. */
  readonly relation: EventRelation | null;
  readonly rule: Rule;
  /** null if nothing harmful can cross. */
  readonly risk: RiskCode | null;
  readonly unseen: readonly Unseen[];
}

/**
 * Returns the relation between two origins. It needs the public suffix list, which is large, so the caller
 * loads it.
 */
export type RelationOf = (a: SerializedOrigin, b: SerializedOrigin) => Relation;

/** Returns the relation between two ends; null if the origin of one is not known. */
export function relationBetween(
  from: SerializedOrigin | null,
  to: SerializedOrigin | null,
  relationOf: RelationOf,
): EventRelation | null {
  if (from === null || to === null) return null;
  return from === 'null' || to === 'null' ? 'opaque' : relationOf(from, to);
}

/** Returns the frame in which an event happened, as an end. */
export function own({ frame, openedTabId }: Pick<PageEventFacts, 'frame' | 'openedTabId'>): Party {
  return ofFrame(frame, openedTabId);
}

/** Returns a frame as an end. `tabId` is null for the watched tab. */
export function ofFrame({ frameId, documentId, origin }: FrameRef, tabId: number | null): Party {
  return { who: 'frame', frameId, documentId, tabId, origin };
}

/** Returns an end of which the browser shows at most the origin. */
export function unknown(who: Exclude<Party['who'], 'frame'>, origin: SerializedOrigin | null = null): Party {
  return { who, frameId: null, documentId: null, tabId: null, origin };
}
