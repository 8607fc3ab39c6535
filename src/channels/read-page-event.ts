import type { PageEventFacts, PageEventKind } from '../protocol/page-events';
import { kindOf, kinds, type PageEventRule } from './kinds';
import type { PolicyRule } from './policy-violation';
import type { Reading, RelationOf, RiskCode } from './reading';
import type { ProxyRule } from './server-proxy';

export type { PageEventRule } from './kinds';

/** Every rule that a page event can fall under, with the risk that goes with it. */
export const pageEventRules: Readonly<Record<string, RiskCode | null>> = Object.assign(
  {},
  ...Object.values(kinds).map(({ rules }) => rules),
);

/** What a page event is for the user: a received message and the call that sent one are two things. */
export type EventKind = 'received' | 'sent' | Exclude<PageEventKind, 'post-message'>;

/** What only a report has as page events: requests tell it, and the panel shows it beside them. */
export type CrossingInRequests = 'csp-violation' | 'coep-violation' | 'server-proxy';

/** Under which rule something falls that requests tell. */
export type RequestsRule = PolicyRule | ProxyRule;

/** Every kind, in the order in which they are shown. */
export const eventKinds: readonly EventKind[] = (Object.keys(kinds) as PageEventKind[]).flatMap(
  (kind): EventKind | readonly EventKind[] => (kind === 'post-message' ? ['received', 'sent'] : kind),
);

/** Of which kind a page event is. */
export function eventKind(event: PageEventFacts): EventKind {
  return event.kind === 'post-message' ? event.direction : event.kind;
}

/** What is made of a page event. */
export type PageEventReading = Reading<PageEventRule>;

/** What is made of a page event, by its kind. */
export function readPageEvent(event: PageEventFacts, relationOf: RelationOf): PageEventReading {
  return kindOf(event).read(event, relationOf);
}
