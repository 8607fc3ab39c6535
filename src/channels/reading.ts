import type { SerializedOrigin } from '../engine';
import type { Relation } from '../engine/site';
import type { TypeOf } from '../protocol/bounded-schemas';
import type { FrameRef, PageEventFacts } from '../protocol/page-events';
import type * as schema from './schema/reading';

/** How two ends of a page event relate; `opaque` where one of them has an opaque origin. */
export type EventRelation = TypeOf<typeof schema.eventRelation>;

/** One end of what goes between two: a frame, or as much of it as is known. */
export type End = TypeOf<typeof schema.end>;

/**
 * One end of a page event, and who it is: a frame; some frame of an origin; the document that was, or will be, in the
 * same window; a server, a worker, or the other end of a channel; or an end that no browser shows.
 */
export type Party = TypeOf<typeof schema.party>;

/** What may go wrong with what came this way. */
export type RiskCode = TypeOf<typeof schema.riskCode>;

/** What is not visible of an event, and why. */
export type Unseen = TypeOf<typeof schema.unseenCode>;

/** What is made of a page event: who reached whom, by which rule, and what no browser shows of it. */
export interface Reading<Rule extends string> {
  readonly from: Party;
  readonly to: Party;
  /** null where one end is not known. */
  readonly relation: EventRelation | null;
  readonly rule: Rule;
  /** null where nothing crosses that could do harm. */
  readonly risk: RiskCode | null;
  readonly unseen: readonly Unseen[];
}

/** Same-origin, same-site or cross-site: the public suffix list is large, so the caller loads it. */
export type RelationOf = (a: SerializedOrigin, b: SerializedOrigin) => Relation;

/** How two ends relate; null where the origin of one is not known. */
export function relationBetween(
  from: SerializedOrigin | null,
  to: SerializedOrigin | null,
  relationOf: RelationOf,
): EventRelation | null {
  if (from === null || to === null) return null;
  return from === 'null' || to === 'null' ? 'opaque' : relationOf(from, to);
}

/** The frame that an event happened in, as an end. */
export function own({ frame, openedTabId }: Pick<PageEventFacts, 'frame' | 'openedTabId'>): Party {
  return ofFrame(frame, openedTabId);
}

/** A frame as an end; `tabId`: its tab, if it is another than the watched one. */
export function ofFrame({ frameId, documentId, origin }: FrameRef, tabId: number | null): Party {
  return { who: 'frame', frameId, documentId, tabId, origin };
}

/** An end that no browser shows, or only by its origin. */
export function unknown(who: Exclude<Party['who'], 'frame'>, origin: SerializedOrigin | null = null): Party {
  return { who, frameId: null, documentId: null, tabId: null, origin };
}
