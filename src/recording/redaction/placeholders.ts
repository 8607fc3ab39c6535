import { isGeneratedName, isQueueName } from '../../channels/jsonp';
import { isNamedInPath, isPlainValue, isPossibleName } from '../../protocol/script-facts';
import { isPlaceholder, type PlaceholderKind } from './placeholder-pattern';

/**
 * Placeholders for values: equal values get the same one, percent-encoded or not. A placeholder such as
 * `redacted-3-32hex` has a number, the length and the kind of characters. It is valid in URLs, header values,
 * cookies, scripts and file names, so all code that reads the original facts reads redacted facts in the same
 * way.
 */
export interface Placeholders {
  /** Returns a value's placeholder for any text. The empty string and placeholders stay as they are. */
  of(value: string): string;
  /**
   * Returns a placeholder for a value that may be a function's name: in a query, in a path, or in a script's
   * call.
   */
  ofName(value: string): string;
  has(value: string): boolean;
  /** Returns all replaced values as they were written. */
  values(): Iterable<string>;
}

/** Opens an empty list of placeholders. */
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
      // Scripts' readers recognize names by their form, so the placeholder keeps it.
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

/** Decodes percent-encoded text; returns it unchanged if that fails. */
export function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
