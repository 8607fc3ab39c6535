import {
  type BrowserName,
  type CookieRequest,
  cookieRules,
  parseSetCookie,
  type SetBecause,
  setCookie,
} from '../engine';
import type { StorageUse } from '../protocol/page-events';
import type { RelationOf } from './reading';

/**
 * Why a cookie written by a script is stored or rejected. `http-only`: scripts cannot write HttpOnly cookies.
 */
export type ScriptCookieBecause = SetBecause | 'http-only';

/**
 * Returns whether the browser stores a cookie that a script wrote, by its rules; null if that cannot be
 * computed.
 */
export function writtenCookie(
  { name, outcome, path, frame, isFramed, top, atMs }: StorageUse,
  browser: BrowserName,
  relationOf: RelationOf,
): { readonly isTaken: boolean; readonly because: ScriptCookieBecause } | null {
  if (outcome !== 'written' || frame.origin === null || frame.origin === 'null') return null;
  if (/;\s*httponly\s*(;|$)/i.test(name)) return { isTaken: false, because: 'http-only' };
  const request: CookieRequest = {
    url: `${frame.origin}${path}`,
    atMs,
    includesCredentials: true,
    isSameSite: !isFramed || (top === null ? null : relationOf(top, frame.origin) !== 'cross-site'),
    isTopLevel: !isFramed,
    topLevelSite: null,
    method: 'GET',
    isPublicSuffix: (domain) => relationOf(`https://a.${domain}`, `https://b.${domain}`) === 'cross-site',
  };
  const { isTaken, because } = setCookie(parseSetCookie(name), request, cookieRules[browser]);
  return { isTaken, because };
}
