/**
 * Parses a single range such as `bytes=0-499` into its first and last byte. A byte that is left out is null;
 * the result is null if `value` is not a single range.
 *
 * @see https://fetch.spec.whatwg.org/#simple-range-header-value
 */
export function parseSingleRange(value: string): { first: number | null; last: number | null } | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(value);
  if (!match) return null;
  const first = match[1] ? Number(match[1]) : null;
  const last = match[2] ? Number(match[2]) : null;
  if (first === null && last === null) return null;
  if (first !== null && last !== null && first > last) return null;
  return { first, last };
}
