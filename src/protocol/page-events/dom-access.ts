import * as v from 'valibot';
import { base, callSiteOrNull, maxLine, maxName, type TypeOf, textOrNull, url } from './parts';

/** A script's access to the document or window of another origin, which was refused. */
export const domAccess = v.object({
  ...base.entries,
  kind: v.literal('dom-access'),
  /** A frame's `contentDocument` that was null, or a window's property that only an uncaught error tells of. */
  what: v.picklist(['content-document', 'property']),
  /** The frame's `src`; empty of a window's property, of which nothing says what it shows. */
  url,
  /** null where the browser does not name it. */
  property: textOrNull(maxName),
  callSite: callSiteOrNull,
});
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
