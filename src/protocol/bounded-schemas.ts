import * as v from 'valibot';
import { maxMomentMs } from './moment';

// The schemas of messages between our own pages and the background. Each limits the size of a value. A
// transformation only cuts a text or leaves out items and never changes a type, so a JSON Schema can ignore
// it. What content scripts hand over is parsed by `bounded.ts`, because a schema library in every frame would
// be too large. Parsing 10,000 exchanges with 30 headers each takes 2.1 times as long as by hand (0.2 s of
// CPU became 0.42 s).

/** The output type of a schema, deeply read-only. */
export type TypeOf<Schema extends v.GenericSchema> = ReadOnly<v.InferOutput<Schema>>;

type ReadOnly<T> = T extends object ? { readonly [Key in keyof T]: ReadOnly<T[Key]> } : T;

/** A schema with the sentence that explains it to readers of `docs/report.schema.json`. */
export function described<const Schema extends v.GenericSchema>(schema: Schema, sentence: string) {
  return v.pipe(schema, v.description(sentence));
}

/** Text, cut to `maxLength` UTF-16 code units. */
export function textUpTo(maxLength: number) {
  return v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, maxLength)),
  );
}

/** A URL or a header. The first 64 kB are recorded, with a note of the full length. */
export const longText = textUpTo(64 * 1024 + 40);
export const longTextOrNull = v.nullable(longText);
/** A name, an id or an error. */
export const shortText = textUpTo(1_000);
export const shortTextOrNull = v.nullable(shortText);
export const flag = v.boolean();
/** A whole number, which may be negative. */
export const integer = v.pipe(v.number(), v.safeInteger());
/** A whole number that is not negative. */
export const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** How often something happened, at least once. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** A moment, in milliseconds. */
export const timeMs = v.pipe(v.number(), v.minValue(0), v.maxValue(maxMomentMs));
export const timeMsOrNull = v.nullable(timeMs);

/** The first `maxCount` items of a list, without those that do not match `item`. */
export function listOf<const Item extends v.GenericSchema>(item: Item, maxCount: number) {
  const unfit = Symbol('unfit');
  return v.pipe(
    v.array(v.unknown()),
    v.transform((items) => items.slice(0, maxCount)),
    v.array(v.fallback(item, unfit as v.InferOutput<Item>)),
    v.transform((items) => items.filter((item) => item !== unfit)),
  );
}

/** A list of at most `maxCount` items. Every item must match, or the list does not. */
export function strictListOf<const Item extends v.GenericSchema>(item: Item, maxCount: number) {
  return v.pipe(v.array(item), v.maxLength(maxCount));
}

/** Returns a parser for a schema. The parser returns null for a value that does not match. */
export function parserOf<const Schema extends v.GenericSchema>(
  schema: Schema,
): (value: unknown) => v.InferOutput<Schema> | null {
  return (value) => {
    const { success, output } = v.safeParse(schema, value, { abortEarly: true });
    return success ? output : null;
  };
}
