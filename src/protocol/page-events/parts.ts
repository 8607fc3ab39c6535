import * as v from 'valibot';
import { described, listOf, textUpTo, wholeNumber } from '../bounded-schemas';
import { eventFields, maxFrames } from '../page-bounds';

// The schemas that the facts of page events are made of.

/** The longest URL, or text that can be one. */
export const maxUrl = 64 * 1024;
/** The longest origin. */
export const maxOrigin = 1_000;
/** The longest name of a function, an error or a property. */
export const maxName = 200;
/** The longest line of a stack. */
export const maxLine = 1_000;

/** Text, cut to `maxLength` UTF-16 code units, or null; null for anything else. */
export function textOrNull(maxLength: number) {
  return v.fallback(v.nullable(textUpTo(maxLength)), null);
}

/** A whole number that is not negative; null for anything else. */
export const wholeNumberOrNull = v.fallback(v.nullable(wholeNumber), null);

export const origin = textUpTo(maxOrigin);
export const url = textUpTo(maxUrl);

/** Which way something went through an end that was seen. */
export const direction = v.picklist(['sent', 'received']);

/** The schema of `FrameRef`. */
export const frameRef = described(
  v.object({
    frameId: wholeNumber,
    documentId: v.nullable(textUpTo(maxName)),
    origin: described(v.nullable(origin), "Serialised; 'null' if opaque; null if not known."),
  }),
  'A frame, named so that it is known again.',
);

/** The schema of `CallSite`. */
export const callSite = described(
  v.object({
    stack: described(
      listOf(textUpTo(maxLine), maxFrames),
      'As the browser wrote it, innermost first; none of our own frames.',
    ),
  }),
  "A place in the page's scripts.",
);
export const callSiteOrNull = v.nullable(callSite);

/** A text of the page: its beginning, and the length of the whole. */
export function preview(maxLength: number) {
  return v.object({
    text: textUpTo(maxLength),
    length: described(
      v.nullable(wholeNumber),
      'In UTF-16 code units, of the whole; exact. null where only the kept part was looked at.',
    ),
  });
}

/** The fields of a message event that matter to a listener that checks the sender. */
export const fields = listOf(v.picklist(eventFields), eventFields.length);

/** What the facts of each page event have. */
export const base = v.object({
  id: described(v.string(), 'Unique in a log.'),
  atMs: v.number(),
  /** Whose document it happened in. Not `described`, because a copy would not refer to the definition. */
  frame: frameRef,
  openedTabId: described(
    v.nullable(v.number()),
    'A tab that the recorded one opened: the frame is of that tab. null: the recorded tab itself.',
  ),
  source: described(
    v.picklist(['extension', 'page']),
    "Who says so: our own world beside the page, or the page's own world, which can say anything.",
  ),
  count: described(
    v.number(),
    '1, or more for what came beyond the bounds and was only counted: then it has no details.',
  ),
});
