import * as v from 'valibot';
import { integer, listOf, parserOf, textUpTo } from './bounded-schemas';

const maxHosts = 10_000;
const maxHostLength = 255;

/** What the panel asks the background. */
export const fromCookieAsker = v.variant('type', [
  /** What is kept of these hosts, and of those below them, in the store of that tab? */
  v.object({
    type: v.literal('kept'),
    tabId: integer,
    hosts: listOf(textUpTo(maxHostLength), maxHosts),
  }),
  /** I cannot ask the person from here: open the page that does, and tell me when it was given. */
  v.object({ type: v.literal('permit') }),
]);

/** What a panel asks of cookies; null if it is not understood. */
export const parseFromCookieAsker = parserOf(fromCookieAsker);
