import {
  type BrowserName,
  type CookieRequest,
  cookieRules,
  parseSetCookie,
  type SetBecause,
  setCookie,
} from '../engine';
import type { StorageUse } from '../protocol/page-events';
import { own, type Reading, type RelationOf, type RiskCode, relationBetween, unknown } from './reading';

/** Every rule that a use of cookies or storage can fall under, with the risk that goes with it. */
export const storageRules = {
  'cookie-written': null,
  'storage-refused': null,
  'storage-in-frame': null,
  'storage-access-asked': null,
  'storage-changed-elsewhere': null,
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** Under which rule a use of cookies or storage falls. */
export type StorageRule = keyof typeof storageRules;

/**
 * What is made of a use of cookies or storage.
 *
 * @see https://storage.spec.whatwg.org/#storage-keys
 */
export function readStorageUse(event: StorageUse, relationOf: RelationOf): Reading<StorageRule> {
  const { outcome, frame, isFramed, top, callSite, count } = event;
  const rule = storageRule(event);
  const elsewhere = outcome === 'changed';
  return {
    from: elsewhere ? unknown('some-frame', frame.origin) : own(event),
    to: elsewhere ? own(event) : unknown('store', frame.origin),
    relation: isFramed && !elsewhere ? relationBetween(top, frame.origin, relationOf) : 'same-origin',
    rule,
    risk: storageRules[rule],
    unseen: [
      ...(outcome === 'written' || elsewhere ? (['stored-value'] as const) : []),
      ...(isFramed && !elsewhere && top === null ? (['top-origin'] as const) : []),
      ...(count > 1
        ? (['counted'] as const)
        : callSite === null && !elsewhere
          ? (['call-site'] as const)
          : []),
    ],
  };
}

function storageRule({ outcome }: StorageUse): StorageRule {
  switch (outcome) {
    case 'written':
      return 'cookie-written';
    case 'refused':
      return 'storage-refused';
    case 'used':
      return 'storage-in-frame';
    case 'asked':
      return 'storage-access-asked';
    case 'changed':
      return 'storage-changed-elsewhere';
  }
}

/** Why a cookie that a script writes is taken or refused; `http-only`: scripts may not write such. */
export type ScriptCookieBecause = SetBecause | 'http-only';

/** What becomes of a cookie that a script wrote, by that browser's rules; null where that cannot be said. */
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
