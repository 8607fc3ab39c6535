import type { PageEventFacts } from '../../protocol/page-events';
import type { Entry } from '../log/entries';
import { isShown, noFilter } from '../requests/filter';
import type { MessagesFilter } from './messages-filter';

/** One row of the timeline: a page event or a request. */
export type TimelineRow = PageEventFacts | Entry;

/** Whether a row of the timeline is a request. */
export function isRequest(row: TimelineRow): row is Entry {
  return 'facts' in row;
}

/** Returns the id of a row's event or request. */
export function rowId(row: TimelineRow): string {
  return isRequest(row) ? row.facts.id : row.id;
}

/**
 * Returns page events and requests in chronological order, without preflights. The text and origin of the
 * filter apply to requests. Its kinds do not, and a line of the map excludes all requests.
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
