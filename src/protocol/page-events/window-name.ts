import * as v from 'valibot';
import { described, type TypeOf } from '../bounded-schemas';
import { maxNamePreview } from '../page-bounds';
import { base, callSiteOrNull, origin, preview } from './parts';

/** The schema of `WindowName`. */
export const windowName = described(
  v.object({
    ...base.entries,
    kind: v.literal('window-name'),
    action: described(
      v.picklist(['written', 'survived']),
      '`written` by a script of this realm; `survived` a navigation, or was set by the code that created the frame.',
    ),
    value: preview(maxNamePreview),
    callSite: callSiteOrNull,
    before: described(
      v.nullable(v.object({ origin, hadSameValue: v.boolean() })),
      'survived: the previous document in this frame, if it was seen, and whether it left the same value.',
    ),
  }),
  'A use of `window.name`.',
);
export type WindowName = TypeOf<typeof windowName>;
