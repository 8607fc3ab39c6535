/** Shorter values are replaced where they stand, not wherever the same characters occur. */
export const minLength = 6;

const filterSize = 1 << 16;
const ellipsis = '…';

interface Bucket {
  /** The secrets that begin so, by length, the longest first. */
  readonly byLength: Map<number, Set<string>>;
  lengths: readonly number[];
  sorted: readonly string[];
}

/**
 * Replaces every secret of `placeholders` in a text, the longest that fits first, in time linear in the text:
 * secrets are found by their first characters and looked up by length, however many there are. A word that
 * is cut short by an ellipsis is taken for the secret that begins so. Words of letters only, or of digits
 * only, are replaced where they stand alone: `hunters` is not in `shunters`.
 */
export function openKnownSecrets(placeholders: ReadonlyMap<string, string>): (text: string) => string {
  const buckets = new Map<string, Bucket>();
  const filter = new Uint8Array(filterSize);
  for (const secret of placeholders.keys()) {
    if (secret.length < minLength) continue;
    const start = secret.slice(0, minLength);
    const bucket = buckets.get(start) ?? { byLength: new Map(), lengths: [], sorted: [] };
    const same = bucket.byLength.get(secret.length) ?? new Set();
    buckets.set(start, bucket);
    bucket.byLength.set(secret.length, same.add(secret));
    filter[hash(secret, 0)] = 1;
  }
  for (const bucket of buckets.values()) {
    bucket.lengths = [...bucket.byLength.keys()].sort((a, b) => b - a);
    bucket.sorted = [...bucket.byLength.values()].flatMap((secrets) => [...secrets]).sort();
  }

  /** The secret that stands at `index`, and how much of it. */
  function find(text: string, index: number, cutAt: number): { secret: string; length: number } | null {
    const bucket = buckets.get(text.slice(index, index + minLength));
    if (!bucket) return null;
    for (const length of bucket.lengths) {
      if (index + length > text.length) continue;
      const secret = text.slice(index, index + length);
      if (bucket.byLength.get(length)?.has(secret) && standsAlone(text, index, secret))
        return { secret, length };
    }
    const length = cutAt - index;
    if (length < minLength || length >= (bucket.lengths[0] ?? 0)) return null;
    const secret = beginningWith(bucket.sorted, text.slice(index, cutAt));
    return secret === null ? null : { secret, length };
  }

  return (text) => {
    if (buckets.size === 0 || text.length < minLength) return text;
    const pieces: string[] = [];
    let from = 0;
    let cutAt = text.indexOf(ellipsis);
    for (let index = 0; index <= text.length - minLength; index++) {
      if (filter[hash(text, index)] === 0) continue;
      if (cutAt !== -1 && cutAt < index) cutAt = text.indexOf(ellipsis, index);
      const found = find(text, index, cutAt);
      if (!found) continue;
      pieces.push(text.slice(from, index), placeholders.get(found.secret) ?? '');
      from = index + found.length;
      index = from - 1;
    }
    return from === 0 ? text : pieces.join('') + text.slice(from);
  };
}

/** A number for the first three characters from `index`. */
function hash(text: string, index: number): number {
  const first = text.charCodeAt(index) * 961;
  return (first + text.charCodeAt(index + 1) * 31 + text.charCodeAt(index + 2)) & (filterSize - 1);
}

function standsAlone(text: string, index: number, secret: string): boolean {
  if (!/^(?:[a-z]+|\d+)$/i.test(secret)) return true;
  return !/\w/.test(text[index - 1] ?? '') && !/\w/.test(text[index + secret.length] ?? '');
}

/** The first of sorted words that begins so. */
function beginningWith(sorted: readonly string[], start: string): string | null {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  const word = sorted[low];
  return word?.startsWith(start) ? word : null;
}
