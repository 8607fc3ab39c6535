import type { Cookie } from '../engine';
import type { TypeOf } from './bounded-schemas';
import type { fromCookieAsker } from './parse-from-cookie-asker';
import type { browserCookie, toCookieAsker } from './parse-to-cookie-asker';

/** The name of the ports through which the panel asks for the browser's stored cookies. */
export const cookiesPort = 'cookies';

/** A cookie in the browser's store. Its value is only compared with what was set, and goes nowhere else. */
export interface StoredCookie extends Cookie {
  readonly value: string;
}

/** The stored cookies at one moment. */
export interface StoredCookies {
  readonly atMs: number;
  readonly cookies: readonly StoredCookie[];
}

/** A cookie as the browser's store returns it, reduced to the fields that are used. */
export type BrowserCookie = TypeOf<typeof browserCookie>;

/** The panel's messages to the background. */
export type FromCookieAsker = TypeOf<typeof fromCookieAsker>;

/** The background's answers. */
export type ToCookieAsker = TypeOf<typeof toCookieAsker>;
