import * as v from 'valibot';
import { textUpTo as text, whole } from '../bounded-schemas';
import { eventFields, maxFrames } from '../page-bounds';

export { type TypeOf, textUpTo as text, whole } from '../bounded-schemas';

// The schemas that the facts of page events are made of. A transformation only cuts a text or leaves out items, and
// never changes a type: with `typeMode: 'output'` and without transformations they make a JSON Schema.

/** The longest URL, or text that can be one. */
export const maxUrl = 64 * 1024;
/** The longest origin. */
export const maxOrigin = 1_000;
/** The longest name of a function, an error or a property. */
export const maxName = 200;
/** The longest line of a stack. */
export const maxLine = 1_000;

/** Text, cut to `maxLength` UTF-16 code units; null for anything else. */
export function textOrNull(maxLength: number) {
  return v.fallback(v.nullable(text(maxLength)), null);
}

/** The first `maxCount` items of a list, without those that do not fit. */
export function list<const Item extends v.GenericSchema>(item: Item, maxCount: number) {
  const unfit = Symbol('unfit');
  return v.pipe(
    v.array(v.unknown()),
    v.transform((items) => items.slice(0, maxCount)),
    v.array(v.fallback(item, unfit as v.InferOutput<Item>)),
    v.transform((items) => items.filter((each) => each !== unfit)),
  );
}

/** A whole number that is not negative; null for anything else. */
export const wholeOrNull = v.fallback(v.nullable(whole), null);

export const origin = text(maxOrigin);
export const url = text(maxUrl);

/** Which way something went through an end that was seen. */
export const direction = v.picklist(['sent', 'received']);

/** A frame, named so that it is known again. */
export const frameRef = v.object({
  frameId: whole,
  documentId: v.nullable(text(maxName)),
  /** Serialised; 'null' if opaque; null if not known. */
  origin: v.nullable(origin),
});

/** A place in the page's scripts. */
const callSite = v.object({
  /** As the browser wrote it, innermost first; none of our own frames. */
  stack: list(text(maxLine), maxFrames),
});
export const callSiteOrNull = v.nullable(callSite);

/** A text of the page: its length and its beginning. */
export function preview(maxLength: number) {
  return v.object({
    text: text(maxLength),
    /** In UTF-16 code units, of the whole; exact. null where only the kept part was looked at. */
    length: v.nullable(whole),
  });
}

/** The fields of a message event that matter to a listener that checks the sender. */
export const fields = list(v.picklist(eventFields), eventFields.length);

/** What the facts of each page event have. */
export const base = v.object({
  /** Unique in a log. */
  id: v.string(),
  atMs: v.number(),
  /** Whose document it happened in. */
  frame: frameRef,
  /** A tab that the watched one opened: its frame ids are of that tab. null: the watched tab itself. */
  openedTabId: v.nullable(v.number()),
  /** Who says so: our own world beside the page, or the page's own world, which can say anything. */
  source: v.picklist(['extension', 'page']),
  /** 1, or more for what came beyond the bounds and was only counted: then it has no details. */
  count: v.number(),
});
