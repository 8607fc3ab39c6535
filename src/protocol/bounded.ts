/**
 * Parsers for values from content scripts and pages. Each returns a value of its type within limits, or null.
 * Messages between our own pages are parsed by the schemas of `bounded-schemas.ts`, which would be too large
 * for every frame.
 */

/** An object to read fields from; null if the value is not an object. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
}

/** Text, cut to `maxLength` UTF-16 code units; null if the value is not text. */
export function asText(value: unknown, maxLength: number): string | null {
  return typeof value === 'string' ? value.slice(0, maxLength) : null;
}

/** A finite number; null for any other value. */
export function asNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A boolean; null for any other value. */
export function asBoolean(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** One of the given words; null for any other value. */
export function asOneOf<T extends string>(value: unknown, words: readonly T[]): T | null {
  return words.find((word) => word === value) ?? null;
}

/**
 * The texts among the first `maxCount` items of a list, each cut to `maxLength`; null if the value is not a
 * list.
 */
export function asTexts(value: unknown, maxCount: number, maxLength: number): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  return value.slice(0, maxCount).flatMap((item: unknown) => asText(item, maxLength) ?? []);
}

/** A whole number that is not negative. */
export function asWholeNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** How often something happened, at least once. */
export function asCount(value: unknown): number | null {
  return asWholeNumber(value) || null;
}

/** A moment, in milliseconds. */
export function asTime(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

/** Returns null for null and undefined for a value that `read` rejects. */
export function orNull<T>(value: unknown, read: (value: unknown) => T | null): T | null | undefined {
  return value === null ? null : (read(value) ?? undefined);
}

/**
 * The first `maxCount` items of a list, without those that `read` rejects; null if the value is not a list.
 */
export function asList<T>(
  value: unknown,
  maxCount: number,
  read: (value: unknown) => T | null,
): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  return value
    .slice(0, maxCount)
    .map(read)
    .filter((item) => item !== null);
}
