import * as v from 'valibot';
import { described, listOf, textUpTo, wholeNumber } from '../bounded-schemas';
import { eventFields, maxFrames } from '../page-bounds';

// Schemas that the facts of several page events share.

/** The maximum length of a URL, or of a text that can be one. */
export const maxUrl = 64 * 1024;
/** The maximum length of an origin. */
export const maxOrigin = 1_000;
/** The maximum length of the name of a function, an error or a property. */
export const maxName = 200;
/** The maximum length of a line of a stack trace. */
export const maxLine = 1_000;

/** Text, cut to `maxLength` UTF-16 code units, or null; null for anything else. */
export function textOrNull(maxLength: number) {
  return v.fallback(v.nullable(textUpTo(maxLength)), null);
}

/** A whole number that is not negative; null for anything else. */
export const wholeNumberOrNull = v.fallback(v.nullable(wholeNumber), null);

export const origin = textUpTo(maxOrigin);
export const url = textUpTo(maxUrl);

/** The direction of a message through the observed end. */
export const direction = v.picklist(['sent', 'received']);

/** The schema of `FrameRef`. */
export const frameRef = described(
  v.object({
    frameId: wholeNumber,
    documentId: v.nullable(textUpTo(maxName)),
    origin: described(v.nullable(origin), "The serialized origin; 'null' if opaque; null if not known."),
  }),
  'A reference to a frame and its document.',
);

/** The schema of `CallSite`. */
export const callSite = described(
  v.object({
    stack: described(
      listOf(textUpTo(maxLine), maxFrames),
      'The lines as the browser wrote them, innermost first, without the stack frames of the extension.',
    ),
  }),
  "A place in the page's scripts.",
);
export const callSiteOrNull = v.nullable(callSite);

/** Returns the schema of a text from the page: its beginning and its full length. */
export function preview(maxLength: number) {
  return v.object({
    text: textUpTo(maxLength),
    length: described(
      v.nullable(wholeNumber),
      'The full length, in UTF-16 code units; null if only the kept part was read.',
    ),
  });
}

/** The fields of a message event that matter to a listener that checks the sender. */
export const fields = listOf(v.picklist(eventFields), eventFields.length);

/** The facts common to all page events. */
export const base = v.object({
  id: described(v.string(), 'Unique in a log.'),
  atMs: v.number(),
  /** The frame in which it happened. Not `described`, because a copy would not refer to the definition. */
  frame: frameRef,
  openedTabId: described(
    v.nullable(v.number()),
    'The tab of the frame, if the recorded tab opened it; null for the recorded tab itself.',
  ),
  source: described(
    v.picklist(['extension', 'page']),
    "The source of the facts: the extension's isolated world, or the page's own world, which the page can forge.",
  ),
  count: described(
    v.number(),
    '1, or more for events beyond the rate limit, which are only counted and have no details.',
  ),
});
