import * as v from 'valibot';
import { integer, listOf, parserOf, textUpTo } from './bounded-schemas';

const maxHosts = 10_000;
const maxHostLength = 255;

/** The panel's messages to the background. */
export const fromCookieAsker = v.variant('type', [
  /** Which cookies of these hosts and their subdomains are in the store of that tab? */
  v.object({
    type: v.literal('kept'),
    tabId: integer,
    hosts: listOf(textUpTo(maxHostLength), maxHosts),
  }),
  /** I cannot request the permission from here: open the page that does, and report when it was granted. */
  v.object({ type: v.literal('permit') }),
]);

/** Parses a message of the panel about cookies; null if it is not valid. */
export const parseFromCookieAsker = parserOf(fromCookieAsker);
