import type { Party } from '../channels/reading';
import type { PageEventFacts } from '../protocol/page-events';
import { readingOf } from './messages-store';
import { isRequest, type TimelineRow } from './timeline';

/** The lanes of a timeline: one a frame, in the order in which they first had a part in it, the top first. */
export interface Lanes {
  readonly count: number;
  /** Whether the last lane stands for all that have none of their own. */
  readonly isShared: boolean;
  /** The lanes of a row's two ends; null where an end is not known, `out` where it is a server. */
  of(row: TimelineRow): readonly [from: number | null, to: number | null | 'out'];
}

const mostLanes = 8;
const top = 'null 0';

/** The lanes of a recording's page events; the first eight ends have one each, whatever a filter shows. */
export function lanesOf(events: readonly PageEventFacts[]): Lanes {
  const lanes = new Map([[top, 0]]);
  let isShared = false;
  for (const event of events) {
    const { from, to } = readingOf(event);
    for (const party of [from, to]) {
      const key = keyOf(party);
      if (key === null || lanes.has(key)) continue;
      if (lanes.size < mostLanes) lanes.set(key, lanes.size);
      else isShared = true;
    }
    if (isShared) break;
  }
  // Who came since the lanes were made has none yet.
  const others = isShared ? mostLanes : null;
  const laneOf = (key: string | null) => (key === null ? null : (lanes.get(key) ?? others));
  return {
    count: lanes.size + (isShared ? 1 : 0),
    isShared,
    of(row) {
      if (isRequest(row)) {
        return [laneOf(`null ${row.facts.frameId}`), 'out'];
      }
      const { from, to } = readingOf(row);
      const [a, b] = [laneOf(keyOf(from)), laneOf(keyOf(to))];
      // The document before or after is in the same window.
      if (from.who === 'earlier-document') return [b, b];
      return to.who === 'next-document' ? [a, a] : [a, b];
    },
  };
}

function keyOf({ who, frame, tabId, origin }: Party): string | null {
  if (frame) return `${tabId} ${frame.frameId}`;
  return who === 'some-frame' && origin !== null ? `o ${origin}` : null;
}
