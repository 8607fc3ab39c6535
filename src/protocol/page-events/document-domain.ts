import * as v from 'valibot';
import { base, callSiteOrNull, maxName, maxOrigin, type TypeOf, text, textOrNull } from './parts';

/** An assignment of `document.domain`. */
export const domainAssigned = v.object({
  ...base.entries,
  kind: v.literal('document-domain'),
  /** null where the page's code makes the text, or nothing can. */
  value: textOrNull(maxOrigin),
  before: text(maxOrigin),
  after: text(maxOrigin),
  /** The name of the exception; null if there was none. */
  errorName: textOrNull(maxName),
  /** Whether the origin has an agent cluster of its own; null where the browser does not say. */
  isOriginKeyed: v.fallback(v.nullable(v.boolean()), null),
  callSite: callSiteOrNull,
});
export type DomainAssigned = TypeOf<typeof domainAssigned>;
