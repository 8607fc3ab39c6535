import * as v from 'valibot';
import { described, type TypeOf, textUpTo } from '../bounded-schemas';
import { base, callSiteOrNull, maxName, maxOrigin, textOrNull } from './parts';

/** The schema of `DomainAssigned`. */
export const domainAssigned = described(
  v.object({
    ...base.entries,
    kind: v.literal('document-domain'),
    value: described(
      textOrNull(maxOrigin),
      'The assigned value; null for a symbol, and for an object, whose conversion could run code of the page.',
    ),
    before: textUpTo(maxOrigin),
    after: textUpTo(maxOrigin),
    errorName: described(textOrNull(maxName), 'The name of the exception; null if there was none.'),
    isOriginKeyed: described(
      v.fallback(v.nullable(v.boolean()), null),
      'Whether the origin has its own agent cluster; null if the browser does not expose that.',
    ),
    callSite: callSiteOrNull,
  }),
  'An assignment of `document.domain`.',
);
export type DomainAssigned = TypeOf<typeof domainAssigned>;
