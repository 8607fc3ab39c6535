import type { Party } from '../../channels/reading';
import type { PageEventFacts } from '../../protocol/page-events';
import { isRequest, type TimelineRow } from '../../recording/crossings/timeline';
import { readingOf } from './messages-store';

/** The lanes of a timeline: one a frame, in the order in which they first had a part in it, the top first. */
export interface Lanes {
  readonly count: number;
  /** Whether the last lane stands for all that have none of their own. */
  readonly isShared: boolean;
  /** The lanes of a row's two ends; none of either where one came since the lanes were made. */
  of(row: TimelineRow): readonly [from: LaneEnd, to: LaneEnd];
}

/** A lane; null where an end is not known, `out` where it is a server. */
export type LaneEnd = number | 'out' | null;

const mostLanes = 8;
const top = 'null 0';

/** The lanes of a recording's page events; the first eight ends have one each, whatever a filter shows. */
export function lanesOf(events: readonly PageEventFacts[]): Lanes {
  const lanes = new Map([[top, 0]]);
  let isShared = false;
  // A window of another tab names the frames of this one by this tab's id; a document is known by itself.
  const byDocument = new Map<string, string>();
  const keyOf = ({ who, frameId, documentId, tabId, origin }: Party): string | null => {
    if (frameId === null) return who === 'some-frame' && origin !== null ? `o ${origin}` : null;
    const known = documentId === null ? undefined : byDocument.get(documentId);
    if (known !== undefined) return known;
    const key = `${tabId} ${frameId}`;
    if (documentId !== null) byDocument.set(documentId, key);
    return key;
  };
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
      const keys = [keyOf(from), keyOf(to)] as const;
      // Who came since the lanes were made has none yet: half of a row would say that the other is not known.
      if (keys.some((key) => key !== null && laneOf(key) === null)) return [null, null];
      const [a, b]: [LaneEnd, LaneEnd] = [
        from.who === 'server' ? 'out' : laneOf(keys[0]),
        to.who === 'server' ? 'out' : laneOf(keys[1]),
      ];
      // The document before or after is in the same window.
      if (from.who === 'earlier-document') return [b, b];
      if (to.who === 'next-document') return [a, a];
      // Two that share the last lane are not one.
      return a === mostLanes && b === mostLanes && keys[0] !== keys[1] ? [a, null] : [a, b];
    },
  };
}
