import * as v from 'valibot';

// The schemas that messages between our own pages and the background are made of: each keeps a value within bounds.
// A transformation only cuts a text or leaves out items and never changes a type, so a JSON Schema can ignore it.
// What content scripts hand over is read by `bounded.ts`, because a schema library in every frame would cost too much.
// Parsing 10,000 exchanges with 30 headers each takes 2.1 times as long as by hand (0.2 s of CPU became 0.42 s).

/** What a schema accepts, all of it read-only. */
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

/** The first 64 kB of a URL or a header are recorded, with a note of how long it was. */
export const long = textUpTo(64 * 1024 + 40);
export const longOrNull = v.nullable(long);
/** A name, an id or an error. */
export const short = textUpTo(1_000);
export const shortOrNull = v.nullable(short);
export const yesOrNo = v.boolean();
/** A whole number, negative ones too. */
export const integer = v.pipe(v.number(), v.safeInteger());
export const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** How often something happened: at least once. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** A moment, in milliseconds. */
export const time = v.pipe(v.number(), v.finite(), v.minValue(0));
export const timeOrNull = v.nullable(time);

/** The first `maxCount` items of a list, without those that do not fit. */
export function listOf<const Item extends v.GenericSchema>(item: Item, maxCount: number) {
  const unfit = Symbol('unfit');
  return v.pipe(
    v.array(v.unknown()),
    v.transform((items) => items.slice(0, maxCount)),
    v.array(v.fallback(item, unfit as v.InferOutput<Item>)),
    v.transform((items) => items.filter((each) => each !== unfit)),
  );
}

/** A list of at most `maxCount` items, each of which has to fit. */
export function wholeListOf<const Item extends v.GenericSchema>(item: Item, maxCount: number) {
  return v.pipe(v.array(item), v.maxLength(maxCount));
}

/** A parser that returns null for what does not fit. */
export function parserOf<const Schema extends v.GenericSchema>(
  schema: Schema,
): (value: unknown) => v.InferOutput<Schema> | null {
  return (value) => {
    const { success, output } = v.safeParse(schema, value, { abortEarly: true });
    return success ? output : null;
  };
}
