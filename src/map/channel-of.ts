import { type EventKind, eventKind, type PageEventReading } from '../channels/read-page-event';
import type { Party } from '../channels/reading';
import type { PageEventFacts } from '../protocol/page-events';
import type { Channel, End } from './model';

/** What a page event is on a map, by what is made of it: who reached whom, whatever the way. */
export function channelOf(
  event: PageEventFacts,
  { from, to }: PageEventReading,
): Channel & { readonly kind: EventKind } {
  return { from: endOf(from), to: endOf(to), kind: eventKind(event), count: event.count };
}

function endOf({ frame, tabId, origin }: Party): End {
  return { frameId: frame?.frameId ?? null, documentId: frame?.documentId ?? null, tabId, origin };
}
