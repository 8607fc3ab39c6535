import type { Side } from './ports';

/** The point where a line touches a box, and the side of the box. */
export interface Tip {
  readonly x: number;
  readonly y: number;
  readonly side: Side;
}

/** Returns the path of a line along a lane beside or between boxes, with rounded corners. */
export function laneRoute(start: Tip, end: Tip, lane: number): string {
  const [x1, y1, x2, y2] = [start.x, start.y, end.x, end.y];
  const [out, back] = [Math.sign(lane - x1), Math.sign(x2 - lane)];
  const down = y2 > y1 ? 1 : -1;
  const round = Math.min(5, Math.abs(y2 - y1) / 2);
  return [
    `M${to(x1, y1)}H${n(lane - out * round)}Q${to(lane, y1)} ${to(lane, y1 + down * round)}`,
    `V${n(y2 - down * round)}Q${to(lane, y2)} ${to(lane + back * round, y2)}H${n(x2)}`,
  ].join('');
}

/** Returns the path of a line that starts and ends at the same box. */
export function loop({ x, y }: Tip): string {
  return `M${to(x, y - 3)}H${n(x - 3)}a3 3 0 0 0 0 6H${n(x)}`;
}

/** Returns the path of a line from one column to the other; it bends at `leftX` and `rightX`. */
export function curve(start: Tip, end: Tip, leftX: number, rightX: number): string {
  const [a, b] = start.x < end.x ? [leftX, rightX] : [rightX, leftX];
  const middle = (a + b) / 2;
  return `M${to(start.x, start.y)}H${n(a)}C${to(middle, start.y)} ${to(middle, end.y)} ${to(b, end.y)}H${n(end.x)}`;
}

/** Returns the path of an arrow that points into a box. */
export function arrow({ x, y, side }: Tip): string {
  const back = side === 'left' ? -6 : 6;
  return `M${to(x + back, y - 3.5)}L${to(x, y)}L${to(x + back, y + 3.5)}Z`;
}

function to(x: number, y: number): string {
  return `${n(x)} ${n(y)}`;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
