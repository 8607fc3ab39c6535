import type { Cookie } from '../engine';

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
export interface StoredCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly sameSite: string;
  readonly expirationDate?: number;
  readonly partitionKey?: { readonly topLevelSite?: string } | null;
}

/** What the panel asks the background. */
export type FromCookieAsker =
  /** What is kept of these hosts, and of those below them, in the store of that tab? */
  | { readonly type: 'kept'; readonly tabId: number; readonly hosts: readonly string[] }
  /** I cannot ask the person from here: open the page that does, and tell me when it was given. */
  | { readonly type: 'permit' };

/** What the background answers. */
export type ToCookieAsker =
  /** null without the permission. */
  | { readonly type: 'kept'; readonly cookies: readonly StoredCookie[] | null }
  | { readonly type: 'permitted' };
