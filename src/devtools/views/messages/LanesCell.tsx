import type { TimelineRow } from '../../../recording/crossings/timeline';
import type { LaneEnd, Lanes } from '../../store/lanes';
import { Cell } from '../ui/Cell';

const pitch = 13;
const height = 22;
const middle = height / 2;

interface LanesCellProps {
  index: number;
  row: TimelineRow;
  lanes: Lanes;
  title: string;
}

/**
 * Draws the lanes of a row as in a sequence diagram: a line for each frame, and an arrow from sender to
 * receiver.
 */
export function LanesCell({ index, row, lanes, title }: LanesCellProps) {
  const width = lanesWidth(lanes);
  const [from, to] = lanes.of(row);
  const [start, end] = [xOfEnd(from, width), xOfEnd(to, width)];
  return (
    <Cell column="lanes" index={index} title={title}>
      <svg class="lanes" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="lanes-lines" d={linesOf(lanes)} />
        {start !== null && start === end && <circle class="lanes-dot" cx={start} cy={middle} r="3" />}
        {start !== null && end !== null && start !== end && (
          <path class="lanes-arrow" d={arrow(start, end)} />
        )}
        {(start === null) !== (end === null) && (
          <circle class="lanes-open" cx={start ?? end ?? 0} cy={middle} r="3" />
        )}
      </svg>
    </Cell>
  );
}

/** Returns the width of all lanes in pixels, with space for arrows to servers. */
export function lanesWidth({ count }: Lanes): number {
  return Math.max(2, count) * pitch + pitch;
}

function xOfEnd(end: LaneEnd, width: number): number | null {
  return end === 'out' ? width - 1 : end === null ? null : xOf(end);
}

function xOf(lane: number): number {
  return lane * pitch + pitch / 2;
}

function linesOf({ count, isShared }: Lanes): string {
  return Array.from({ length: count }, (_, lane) => {
    const x = xOf(lane);
    return isShared && lane === count - 1 ? `M${x} 0v4m0 7v4m0 4v3` : `M${x} 0V${height}`;
  }).join('');
}

function arrow(from: number, to: number): string {
  const back = to > from ? -4 : 4;
  return `M${from} ${middle}H${to}M${to + back} ${middle - 3.5}L${to} ${middle}L${to + back} ${middle + 3.5}`;
}
