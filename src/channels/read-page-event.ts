import type { PageEventFacts, PageEventKind } from '../protocol/page-events';
import { kindOf, kinds, type PageEventRule } from './kinds';
import type { PolicyRule } from './policy-violation';
import type { Reading, RelationOf, RiskCode } from './reading';
import type { ProxyRule } from './server-proxy';

export type { PageEventRule } from './kinds';

/** Every rule of page events, with its risk. */
export const pageEventRules: Readonly<Record<string, RiskCode | null>> = Object.assign(
  {},
  ...Object.values(kinds).map(({ rules }) => rules),
);

/**
 * The kind of a page event as the user sees it: a received message and the call that sent one are two kinds.
 */
export type EventKind = 'received' | 'sent' | Exclude<PageEventKind, 'post-message'>;

/**
 * Kinds that are derived from requests. Only a report lists them with page events; the panel shows them with
 * requests.
 */
export type CrossingInRequests = 'csp-violation' | 'coep-violation' | 'server-proxy';

/** A rule of a kind that is derived from requests. */
export type RequestsRule = PolicyRule | ProxyRule;

/** Every kind, in display order. */
export const eventKinds: readonly EventKind[] = (Object.keys(kinds) as PageEventKind[]).flatMap(
  (kind): EventKind | readonly EventKind[] => (kind === 'post-message' ? ['received', 'sent'] : kind),
);

/** Returns the kind of a page event as the user sees it. */
export function eventKind(event: PageEventFacts): EventKind {
  return event.kind === 'post-message' ? event.direction : event.kind;
}

/** The interpretation of a page event. */
export type PageEventReading = Reading<PageEventRule>;

/** Interprets a page event with the rules of its kind. */
export function readPageEvent(event: PageEventFacts, relationOf: RelationOf): PageEventReading {
  return kindOf(event).read(event, relationOf);
}
