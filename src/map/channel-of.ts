import { type EventKind, eventKind, type PageEventReading } from '../channels/read-page-event';
import type { Party } from '../channels/reading';
import { isCrossing } from '../channels/script-loaded';
import type { PageEventFacts } from '../protocol/page-events';
import type { Channel, End } from './model';

/**
 * What a page event is on a map, by what is made of it: who reached whom, whatever the way. null where nobody is
 * reached: what a script may not touch, what it stores, how it widens its own domain, who opened it.
 */
export function channelOf(
  event: PageEventFacts,
  { from, to }: PageEventReading,
): (Channel & { readonly kind: EventKind }) | null {
  if (reachingNobody.has(event.kind) || !isCrossing(event)) return null;
  return { from: endOf(from), to: endOf(to), kind: eventKind(event), count: event.count };
}

const reachingNobody: ReadonlySet<PageEventFacts['kind']> = new Set([
  'document-domain',
  'dom-access',
  'canvas',
  'storage',
  'opener',
]);

function endOf({ frame, tabId, origin }: Party): End {
  return { frameId: frame?.frameId ?? null, documentId: frame?.documentId ?? null, tabId, origin };
}
