import type { Cookie } from '../engine';
import type { TypeOf } from './bounded-schemas';
import type { fromCookieAsker } from './parse-from-cookie-asker';
import type { storedCookie, toCookieAsker } from './parse-to-cookie-asker';

/** The name of the ports over which the panel asks what the browser keeps of cookies. */
export const cookiesPort = 'cookies';

/** A cookie that the browser keeps. Its value is compared with what was set, and goes nowhere. */
export interface KeptCookie extends Cookie {
  readonly value: string;
}

/** What a browser keeps, at the moment when it was asked. */
export interface KeptCookies {
  readonly atMs: number;
  readonly cookies: readonly KeptCookie[];
}

/** A cookie as a browser's own store gives it; of it, what is looked at. */
export type StoredCookie = TypeOf<typeof storedCookie>;

/** What the panel asks the background. */
export type FromCookieAsker = TypeOf<typeof fromCookieAsker>;

/** What the background answers. */
export type ToCookieAsker = TypeOf<typeof toCookieAsker>;
