/**
 * Readers of what content scripts and pages say: each gives a value of its type within bounds, or null. Messages
 * between our own pages are parsed by the schemas of `bounded-schemas.ts`, which would be too large for every frame.
 */

/** A plain object to read fields of. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
}

/** Text, cut to `maxLength` UTF-16 code units. */
export function asText(value: unknown, maxLength: number): string | null {
  return typeof value === 'string' ? value.slice(0, maxLength) : null;
}

export function asNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function asBoolean(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** One of the words that are known; null for any other. */
export function asOneOf<T extends string>(value: unknown, words: readonly T[]): T | null {
  return words.find((word) => word === value) ?? null;
}

/** The first `maxCount` texts of a list; what is no text is left out. null if it is no list. */
export function asTexts(value: unknown, maxCount: number, maxLength: number): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  return value.slice(0, maxCount).flatMap((item: unknown) => asText(item, maxLength) ?? []);
}

/** A whole number that is not negative. */
export function asWhole(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** How often something happened: at least once. */
export function asCount(value: unknown): number | null {
  return asWhole(value) || null;
}

/** A moment, in milliseconds. */
export function asTime(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

/** null stays null; what is not understood is undefined. */
export function orNull<T>(value: unknown, read: (value: unknown) => T | null): T | null | undefined {
  return value === null ? null : (read(value) ?? undefined);
}

/** The first `maxCount` of a list, without what is not understood; null if it is none. */
export function asList<T>(
  value: unknown,
  maxCount: number,
  read: (value: unknown) => T | null,
): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  return value
    .slice(0, maxCount)
    .map(read)
    .filter((each) => each !== null);
}
