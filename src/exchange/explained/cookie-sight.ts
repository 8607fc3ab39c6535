import type { Cookie, SendBecause, SetBecause } from '../../engine';
import type { Basis } from '../verdict/infer-request';

/** What the browser keeps in a cookie's place: the same value, another one, or nothing. */
export type Kept = 'same' | 'other' | 'none';

/**
 * Why a cookie went, or did not; `in-the-header`: it was seen, `kept-back`: against the rules it was not, and
 * `kept-since`: the same of one that is known from the browser's store alone.
 */
export type CookieBecause = SetBecause | SendBecause | 'in-the-header' | 'kept-back' | 'kept-since';

/** What became of one cookie on one hop of a request. */
export interface CookieSight {
  readonly hop: number;
  readonly name: string;
  readonly direction: 'sent' | 'not-sent' | 'set' | 'refused';
  readonly because: CookieBecause;
  readonly basis: Basis;
  /** As it was set, or as the browser keeps it; null where no more than its name was seen. */
  readonly cookie: Cookie | null;
  /** What the browser keeps in its place now; null where nobody asked, or something else was set there since. */
  readonly kept: Kept | null;
  /** What the other browser would say, where it would let go or come what this one does not, or the reverse. */
  readonly otherwise: CookieBecause | null;
}
