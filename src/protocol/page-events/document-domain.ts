import * as v from 'valibot';
import { described, type TypeOf, textUpTo } from '../bounded-schemas';
import { base, callSiteOrNull, maxName, maxOrigin, textOrNull } from './parts';

/** The schema of `DomainAssigned`. */
export const domainAssigned = described(
  v.object({
    ...base.entries,
    kind: v.literal('document-domain'),
    value: described(textOrNull(maxOrigin), "null where the page's code makes the text, or nothing can."),
    before: textUpTo(maxOrigin),
    after: textUpTo(maxOrigin),
    errorName: described(textOrNull(maxName), 'The name of the exception; null if there was none.'),
    isOriginKeyed: described(
      v.fallback(v.nullable(v.boolean()), null),
      'Whether the origin has an agent cluster of its own; null where the browser does not say.',
    ),
    callSite: callSiteOrNull,
  }),
  'An assignment of `document.domain`.',
);
export type DomainAssigned = TypeOf<typeof domainAssigned>;
