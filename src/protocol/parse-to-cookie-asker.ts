import * as v from 'valibot';
import { listOf, parserOf, textUpTo, yesOrNo } from './bounded-schemas';

const maxCookies = 100_000;

const text = textUpTo(64 * 1024);

/** A cookie as a browser's own store gives it; of it, what is looked at. */
export const storedCookie = v.object({
  name: text,
  value: text,
  domain: text,
  hostOnly: yesOrNo,
  path: text,
  secure: yesOrNo,
  sameSite: text,
  expirationDate: v.fallback(v.optional(v.pipe(v.number(), v.finite())), undefined),
  partitionKey: v.fallback(v.optional(v.object({ topLevelSite: v.optional(text) })), undefined),
});

/** What the background answers. */
export const toCookieAsker = v.variant('type', [
  /** null without the permission. */
  v.object({
    type: v.literal('kept'),
    cookies: v.fallback(v.nullable(listOf(storedCookie, maxCookies)), null),
  }),
  v.object({ type: v.literal('permitted') }),
]);

/** What the background answers; null if it is not understood. */
export const parseToCookieAsker = parserOf(toCookieAsker);
