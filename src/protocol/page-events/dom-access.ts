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
      "A frame's `contentDocument` that was null, or a window's property that only an uncaught error tells of.",
    ),
    url: described(
      url,
      "The frame's `src`; empty of a window's property, of which nothing says what it shows.",
    ),
    property: described(textOrNull(maxName), 'null where the browser does not name it.'),
    callSite: callSiteOrNull,
  }),
  "A script's access to the document or window of another origin, which was refused.",
);
export type DomAccess = TypeOf<typeof domAccess>;

/** The facts of what a frame tells: an uncaught error's message can name the property. */
export function domAccessFacts(told: Readonly<Record<string, unknown>>): unknown {
  const { message, place, property } = told;
  const [, named = null] =
    typeof message === 'string'
      ? (/property ['"]([^'"]{1,200})['"]/.exec(message.slice(0, maxLine)) ?? [])
      : [];
  return {
    ...told,
    property: typeof property === 'string' ? property : named,
    // Nothing of the page is on the stack when an error has come to the window.
    ...(typeof place === 'string' && { callSite: { stack: [place] } }),
  };
}
