import { originOf } from '../engine';
import type { PageEventFacts, PageEventKind } from '../protocol/page-events';
import type { CauseEvidence } from './cause';
import type { DiagnosisContext } from './context';

/** Returns the page events of a kind in the document that a request loaded; none for other requests. */
export function eventsIn<Kind extends PageEventKind>(
  kind: Kind,
  { subject: { facts }, frames }: DiagnosisContext,
): readonly Extract<PageEventFacts, { kind: Kind }>[] {
  if (facts.kind !== 'document' && facts.kind !== 'frame') return [];
  const events = frames.eventsOf(kind);
  if (events.length === 0) return events;
  const isOpened = frames.eventsOf('opener').some(({ openedTabId }) => openedTabId === facts.tabId);
  const origin = originOf(facts.hops.at(-1)?.url ?? '');
  return events.filter(
    ({ frame, openedTabId, atMs }) =>
      frame.frameId === facts.frameId &&
      frame.origin === origin &&
      openedTabId === (isOpened ? facts.tabId : null) &&
      frames.documentOf(facts.tabId, facts.frameId, atMs)?.id === facts.id,
  );
}

/** Quotes an error that a script of the document got. */
export function errorIn({ subject: { facts } }: DiagnosisContext, error: string): CauseEvidence {
  return { exchange: facts.id, hop: facts.hops.length - 1, kind: 'error', error };
}
