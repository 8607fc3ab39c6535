import type { Party } from '../../channels/reading';
import type { PageEventFacts } from '../../protocol/page-events';
import { isRequest, type TimelineRow } from '../../recording/crossings/timeline';
import { readingOf } from './messages-store';

/** The lanes of a timeline: one for each frame, top frame first, then in order of the first event. */
export interface Lanes {
  readonly count: number;
  /** Whether the last lane is shared by all frames without a lane of their own. */
  readonly isShared: boolean;
  /**
   * Returns the lanes of a row's two ends. Both are null if one end appeared after the lanes were computed.
   */
  of(row: TimelineRow): readonly [from: LaneEnd, to: LaneEnd];
}

/** The index of a lane; null: the end is not known; `out`: the end is a server. */
export type LaneEnd = number | 'out' | null;

const mostLanes = 8;
const top = 'null 0';

/**
 * Returns the lanes of a recording's page events. The first eight ends get one each, independent of the
 * filter.
 */
export function lanesOf(events: readonly PageEventFacts[]): Lanes {
  const lanes = new Map([[top, 0]]);
  let isShared = false;
  // A window of another tab refers to frames of this tab by this tab's id, so match frames by document first.
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
      // An end that appeared after the lanes were computed has no lane. Showing only the other end would
      // mislead.
      if (keys.some((key) => key !== null && laneOf(key) === null)) return [null, null];
      const [a, b]: [LaneEnd, LaneEnd] = [
        from.who === 'server' ? 'out' : laneOf(keys[0]),
        to.who === 'server' ? 'out' : laneOf(keys[1]),
      ];
      // The previous or next document is in the same window.
      if (from.who === 'earlier-document') return [b, b];
      if (to.who === 'next-document') return [a, a];
      // Two different ends in the shared lane are not the same end.
      return a === mostLanes && b === mostLanes && keys[0] !== keys[1] ? [a, null] : [a, b];
    },
  };
}
