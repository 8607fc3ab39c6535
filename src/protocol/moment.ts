import { asTime } from './bounded';

/** The latest moment that is read, in milliseconds, about the year 33,000: the sum of two is still a date. */
export const maxMomentMs = 1e15;

/** A moment in milliseconds that is a date too. Content scripts only hand moments on, and use `asTime`. */
export function asMoment(value: unknown): number | null {
  const time = asTime(value);
  return time !== null && time <= maxMomentMs ? time : null;
}
