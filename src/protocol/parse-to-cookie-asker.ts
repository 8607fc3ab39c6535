import * as v from 'valibot';
import { flag, listOf, parserOf, textUpTo } from './bounded-schemas';

const maxCookies = 100_000;

const text = textUpTo(64 * 1024);

/** A cookie as the browser's store returns it, reduced to the fields that are used. */
export const browserCookie = v.object({
  name: text,
  value: text,
  domain: text,
  hostOnly: flag,
  path: text,
  secure: flag,
  sameSite: text,
  expirationDate: v.fallback(v.optional(v.pipe(v.number(), v.finite())), undefined),
  partitionKey: v.fallback(v.optional(v.object({ topLevelSite: v.optional(text) })), undefined),
});

/** The background's answers. */
export const toCookieAsker = v.variant('type', [
  /** The stored cookies; null without the permission. */
  v.object({
    type: v.literal('kept'),
    cookies: v.fallback(v.nullable(listOf(browserCookie, maxCookies)), null),
  }),
  v.object({ type: v.literal('permitted') }),
]);

/** Parses an answer of the background; null if it is not valid. */
export const parseToCookieAsker = parserOf(toCookieAsker);
