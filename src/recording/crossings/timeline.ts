import type { PageEventFacts } from '../../protocol/page-events';
import type { Entry } from '../log/entries';
import { isShown, noFilter } from '../requests/filter';
import type { MessagesFilter } from './messages-filter';

/** One line of the timeline: a page event, or a request between them. */
export type TimelineRow = PageEventFacts | Entry;

/** Whether a line of the timeline is a request. */
export function isRequest(row: TimelineRow): row is Entry {
  return 'facts' in row;
}

/** The id of a line: that of its event or its request. */
export function rowId(row: TimelineRow): string {
  return isRequest(row) ? row.facts.id : row.id;
}

/**
 * Page events with requests between them, by time. Requests go by the words and the origin of the filter; they
 * are of none of its kinds, and of no line of the map's, so these leave them all out or in.
 */
export function timelineOf(
  events: readonly PageEventFacts[],
  entries: readonly Entry[],
  { text, origin, on }: MessagesFilter,
): readonly TimelineRow[] {
  if (on !== null) return events;
  const requests = entries.filter((entry) => {
    const { preflightFor, hops, origin: from } = entry.facts;
    if (preflightFor !== null || !isShown(entry, { ...noFilter, text })) return false;
    return origin === null || from === origin || hops.some(({ url }) => `${url}/`.startsWith(`${origin}/`));
  });
  const rows: TimelineRow[] = [];
  let next = 0;
  for (const event of events) {
    for (let entry = requests[next]; entry && entry.facts.startedAtMs <= event.atMs; entry = requests[next]) {
      rows.push(entry);
      next++;
    }
    rows.push(event);
  }
  return [...rows, ...requests.slice(next)];
}
