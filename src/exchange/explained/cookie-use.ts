import type { Cookie, SendBecause, SetBecause } from '../../engine';
import type { Basis } from '../verdict/infer-request';

/** The browser's current cookie under the same key: the same value, another value, or none. */
export type StoredMatch = 'same' | 'other' | 'none';

/**
 * Why a cookie was sent or not. `in-the-header`: it was in the Cookie header. `kept-back`: it was not sent
 * although the rules allow it. `omitted`: the same, and nothing shows whether the request included credentials.
 * `manifest`: the same for a web app manifest, which is requested without credentials by default. `kept-since`:
 * the same, but the cookie is known only from the browser's store.
 */
export type CookieReason =
  | SetBecause
  | SendBecause
  | 'in-the-header'
  | 'kept-back'
  | 'omitted'
  | 'manifest'
  | 'kept-since';

/** What happened to one cookie on one hop of a request. */
export interface CookieUse {
  readonly hop: number;
  readonly name: string;
  readonly direction: 'sent' | 'not-sent' | 'set' | 'refused';
  readonly because: CookieReason;
  readonly basis: Basis;
  /** The cookie as set or as stored; null if only its name is known. */
  readonly cookie: Cookie | null;
  /** The Set-Cookie header that set it; null for a cookie of a request. */
  readonly header: string | null;
  /** The browser's current state; null if it was not asked or another cookie replaced this one. */
  readonly stored: StoredMatch | null;
  /** The other browser's reason, if it would decide differently; null if it would not. */
  readonly otherwise: CookieReason | null;
}
