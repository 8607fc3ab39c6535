import * as v from 'valibot';
import { base, callSiteOrNull, type TypeOf, url } from './parts';

/** A change of the fragment of a document's URL. */
export const fragmentChanged = v.object({
  ...base.entries,
  kind: v.literal('location-hash'),
  oldUrl: url,
  newUrl: url,
  /** `own-realm`: a script of this document did it; `not-visible`: the user or another window. */
  by: v.picklist(['own-realm', 'not-visible']),
  callSite: callSiteOrNull,
});
export type FragmentChanged = TypeOf<typeof fragmentChanged>;
