import { isGeneratedName, isQueueName } from '../../channels/jsonp';
import { isNamedInPath, isPlainValue, isPossibleName } from '../../protocol/script-facts';
import { isPlaceholder, type PlaceholderKind } from './placeholder-pattern';

/**
 * What stands in place of values: the same for the same value, percent-encoded or not. A placeholder such as
 * `redacted-3-32hex` has a number, the length and the kind of characters. It is safe as it is in URLs, header values,
 * cookies, scripts and file names, so every reader finds in redacted facts what it found in the original ones.
 */
export interface Placeholders {
  /** In any text; '' stays '', and a placeholder stays itself. */
  of(value: string): string;
  /** Where it may name a function: in a query, in a path, and as the name of a function that a script calls. */
  ofName(value: string): string;
  has(value: string): boolean;
  /** Every value that was replaced, as it was written. */
  values(): Iterable<string>;
}

/** No placeholder yet. */
export function openPlaceholders(): Placeholders {
  const byPlain = new Map<string, readonly [number: number, kind: string]>();
  const byValue = new Map<string, readonly [number: number, kind: string]>();
  const partsOf = (value: string) => {
    const known = byValue.get(value);
    if (known) return known;
    const plain = unquoted(decode(value));
    const parts = byPlain.get(plain) ?? [byPlain.size + 1, `${plain.length}${kindOf(plain)}`];
    byPlain.set(plain, parts);
    byValue.set(value, parts);
    return parts;
  };
  const isDone = (value: string) => value === '' || isPlaceholder(value);
  const of = (value: string) => (isDone(value) ? value : `redacted-${partsOf(value).join('-')}`);
  return {
    of,
    ofName(value) {
      const name = decode(value);
      if (isDone(value) || isPlainValue(name)) return value;
      const isInPath = isNamedInPath(name);
      if (!isInPath && !isPossibleName(name)) return of(value);
      // Readers of scripts tell names by their form, so a placeholder has it too.
      const [number, kind] = partsOf(value);
      const plain = `redacted_${number}_${kind}`;
      if (isGeneratedName(name)) {
        const digits = String(number).padStart(2, '0');
        return isInPath ? `callback_${digits}_${plain}` : `redacted_callback_${digits}_${kind}`;
      }
      if (isInPath) return `_${plain}`;
      return isQueueName(name) ? `${plain}.push` : plain;
    },
    has: (value) => byValue.has(value),
    values: () => byValue.keys(),
  };
}

// biome-ignore format: a table
const kindsOfWords: readonly (readonly [RegExp, PlaceholderKind])[] = [
  [/^\d+$/,                                      'digits'],
  [/^[a-z]+$/i,                                  'letters'],
  [/^[\da-f]+$/i,                                'hex'],
  [/^[a-z\d]+$/i,                                'alnum'],
  [/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,  'uuid'],
  [/^[\w-]+$/,                                   'base'],
];
// biome-ignore format: a table
const otherKinds: readonly (readonly [RegExp, PlaceholderKind])[] = [
  [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'email'],
  [/^[\w-]+\.[\w-]+\.[\w-]*$/,  'token'],
  [/^[\w+/=.~-]+$/,              'base'],
  [/^[[{]/,                      'json'],
];
const longestLookedAt = 2_000;

function kindOf(value: string): PlaceholderKind {
  if (value.length > longestLookedAt) return 'text';
  const kinds = /^[\w-]*$/.test(value) ? kindsOfWords : otherKinds;
  return kinds.find(([pattern]) => pattern.test(value))?.[1] ?? 'text';
}

function unquoted(text: string): string {
  return text.length > 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}

/** Percent-encoded text as text; as it is where it cannot be decoded. */
export function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
