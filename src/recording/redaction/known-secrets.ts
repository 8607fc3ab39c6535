/** Shorter secrets are replaced only where they were found, not wherever the same characters occur. */
export const minLength = 6;

const filterSize = 1 << 16;
const ellipsis = '…';

interface Bucket {
  /** The secrets with the same start, by length, longest first. */
  readonly byLength: Map<number, Set<string>>;
  lengths: readonly number[];
  sorted: readonly string[];
}

/**
 * Returns a function that replaces all secrets of `placeholders` in a text, longest match first. The time is
 * linear in the text: secrets are found by their first characters and looked up by length. A word that an
 * ellipsis cuts short counts as the secret that starts the same way. Words of only letters or only digits are
 * replaced only as whole words: `hunters` does not match inside `shunters`.
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

  /** Finds the secret at `index` and the length that the text has of it. */
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

/** Returns a hash of the first three characters from `index`. */
function hash(text: string, index: number): number {
  const first = text.charCodeAt(index) * 961;
  return (first + text.charCodeAt(index + 1) * 31 + text.charCodeAt(index + 2)) & (filterSize - 1);
}

function standsAlone(text: string, index: number, secret: string): boolean {
  if (!/^(?:[a-z]+|\d+)$/i.test(secret)) return true;
  return !/\w/.test(text[index - 1] ?? '') && !/\w/.test(text[index + secret.length] ?? '');
}

/** Returns the first of the sorted words that starts with `start`. */
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
