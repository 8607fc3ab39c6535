// Browsers refuse a message over 64 MiB. What is sent is parted long before that: a character can take six bytes, and
// who gets a part is busy with it for some milliseconds.

/** In characters. */
const maxPart = 500_000;

/** The items of a list, in order, in lists that hold at most `maxCount` items and are small enough for a message. */
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
