import * as v from 'valibot';
import { described, type TypeOf } from '../bounded-schemas';
import { base, callSiteOrNull, maxLine, maxName, textOrNull, url } from './parts';

/** The schema of `DomAccess`. */
export const domAccess = described(
  v.object({
    ...base.entries,
    kind: v.literal('dom-access'),
    what: described(
      v.picklist(['content-document', 'property']),
      "A frame's `contentDocument` that was null, or a window's property, which only an uncaught error shows.",
    ),
    url: described(
      url,
      "The frame's `src`; empty for a window's property, because the window's URL is unknown.",
    ),
    property: described(textOrNull(maxName), 'The property; null if the browser does not name it.'),
    callSite: callSiteOrNull,
  }),
  "A script's blocked access to a document or window of another origin.",
);
export type DomAccess = TypeOf<typeof domAccess>;

/** Converts a frame's report to facts. The message of an uncaught error can name the property. */
export function domAccessFacts(reported: Readonly<Record<string, unknown>>): unknown {
  const { message, place, property } = reported;
  const [, named = null] =
    typeof message === 'string'
      ? (/property ['"]([^'"]{1,200})['"]/.exec(message.slice(0, maxLine)) ?? [])
      : [];
  return {
    ...reported,
    property: typeof property === 'string' ? property : named,
    // The page's calls are no longer on the stack when the window receives the error event.
    ...(typeof place === 'string' && { callSite: { stack: [place] } }),
  };
}
