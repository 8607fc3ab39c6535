import * as v from 'valibot';
import { described, type TypeOf } from '../bounded-schemas';
import { base, callSiteOrNull, url } from './parts';

/** The schema of `FragmentChanged`. */
export const fragmentChanged = described(
  v.object({
    ...base.entries,
    kind: v.literal('location-hash'),
    oldUrl: url,
    newUrl: url,
    by: described(
      v.picklist(['own-realm', 'not-visible']),
      '`own-realm`: a script of this document changed it; `not-visible`: the user or another window did.',
    ),
    callSite: callSiteOrNull,
  }),
  "A change of the fragment of a document's URL.",
);
export type FragmentChanged = TypeOf<typeof fragmentChanged>;
