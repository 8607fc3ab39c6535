// Browsers reject a message over 64 MiB. Lists are split long before that, because a character can take six
// bytes and the receiver of a part is busy with it for some milliseconds.

/** The size of a part, in characters of JSON. */
const maxPart = 500_000;

/**
 * Splits a list, in order, into lists that hold at most `maxCount` items and are small enough for a message.
 */
export function inParts<T>(
  items: readonly T[],
  maxCount = Number.POSITIVE_INFINITY,
): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let part: T[] = [];
  let left = 0;
  for (const item of items) {
    const size = JSON.stringify(item).length;
    if (part.length === 0 || part.length === maxCount || size > left) {
      part = [];
      parts.push(part);
      left = maxPart;
    }
    part.push(item);
    left -= size;
  }
  return parts;
}
