import * as v from 'valibot';
import { maxNamePreview } from '../page-bounds';
import { base, callSiteOrNull, origin, preview, type TypeOf } from './parts';

/** A use of `window.name`. */
export const windowName = v.object({
  ...base.entries,
  kind: v.literal('window-name'),
  /** `written` by a script of this realm; `survived` a navigation, or was given by whoever made the frame. */
  action: v.picklist(['written', 'survived']),
  value: preview(maxNamePreview),
  callSite: callSiteOrNull,
  /** survived: the document before it in this frame, if it was seen, and whether it left that very value. */
  before: v.nullable(v.object({ origin, hadSameValue: v.boolean() })),
});
export type WindowName = TypeOf<typeof windowName>;
