import * as v from 'valibot';
import type { SerializedOrigin } from '../engine';
import type { Relation } from '../engine/site';
import type { TypeOf } from '../protocol/bounded-schemas';
import type { FrameRef, PageEventFacts } from '../protocol/page-events';

/** The schema of `EventRelation`. */
export const eventRelation = v.picklist(['same-origin', 'same-site', 'cross-site', 'opaque']);

/** How two ends of a page event relate; `opaque` where one of them has an opaque origin. */
export type EventRelation = TypeOf<typeof eventRelation>;

/** The schema of `End`. */
export const end = v.object({
  /** null where no frame is known. */
  frameId: v.nullable(v.number()),
  documentId: v.nullable(v.string()),
  /** The frame's tab, where it is another than the watched one. */
  tabId: v.nullable(v.number()),
  origin: v.nullable(v.string()),
});

/** One end of what goes between two: a frame, or as much of it as is known. */
export type End = TypeOf<typeof end>;

/** The schema of `Party`. */
export const party = v.object({
  who: v.picklist([
    'frame',
    'some-frame',
    'earlier-document',
    'next-document',
    'not-visible',
    'server',
    'worker',
    'other-end',
    'store',
  ]),
  ...end.entries,
});

/**
 * One end of a page event, and who it is: a frame; some frame of an origin; the document that was, or will be, in the
 * same window; a server, a worker, or whoever has the other end of a channel; or somebody whom no browser shows.
 */
export type Party = TypeOf<typeof party>;

/** The schema of `RiskCode`. */
export const riskCode = v.picklist([
  'check-origin',
  'null-origin',
  'any-document',
  'forged-event',
  'next-document',
  'name-leak',
  'name-from-outside',
  'fragment-from-outside',
  'runs-as-page',
  'handshake-origin',
  'port-has-no-origin',
  'domain-opens',
  'opener-navigable',
]);

/** What may go wrong with what came this way. */
export type RiskCode = TypeOf<typeof riskCode>;

/** The schema of `Unseen`. */
export const unseenCode = v.picklist([
  'target-origin',
  'sender-frame',
  'data-not-read',
  'listeners',
  'arguments',
  'calling-frame',
  'call-site',
  'document-before',
  'cause',
  'payload',
  'which-window',
  'stored-value',
  'top-origin',
  'drawn',
  'other-end',
  'inside-worker',
  'counted',
]);

/** What is not visible of an event, and why. */
export type Unseen = TypeOf<typeof unseenCode>;

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

/** Same-origin, same-site or cross-site: the public suffix list is large, so whoever asks brings it along. */
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
