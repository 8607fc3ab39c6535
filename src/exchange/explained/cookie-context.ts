import {
  type BrowserName,
  type CookieRules,
  cookieRules,
  originOf,
  parseUrl,
  type SerializedOrigin,
} from '../../engine';
import type { StoredCookies } from '../../protocol/cookies';
import type { ExchangeFacts } from '../../protocol/facts';
import type { CookieContext, CookiePolicy } from './cookie-jar';
import type { Surroundings, SurroundingsOf } from './surroundings';

/** The lookups in the public suffix list. The list is large, so the caller loads it. */
export interface Sites {
  relationOf(a: SerializedOrigin, b: SerializedOrigin): 'same-origin' | 'same-site' | 'cross-site';
  registrableDomain(hostname: string): string | null;
}

/** Returns the context that decides about a recording's cookies in a browser. */
export function cookieContext(
  browser: BrowserName,
  sites: Sites,
  surroundingsOf: SurroundingsOf,
  stored: StoredCookies | null = null,
): CookieContext {
  const policy = (name: BrowserName): CookiePolicy => ({
    rules: cookieRules[name],
    isSameSite: (facts, url) => isOfSameSite(facts, url, surroundingsOf(facts), cookieRules[name], sites),
  });
  return {
    ...policy(browser),
    other: policy(browser === 'chrome' ? 'firefox' : 'chrome'),
    isPublicSuffix: (domain) => sites.registrableDomain(domain) === null,
    topLevelSite: (facts, url) => {
      const { ancestors } = surroundingsOf(facts);
      return ancestors && siteOf(facts.kind === 'document' ? url : (ancestors.at(-1) ?? ''), sites);
    },
    stored,
  };
}

/** Returns the site of a URL in the form of a partition key; null if it is not a URL. */
function siteOf(url: string, { registrableDomain }: Sites): string | null {
  const parsed = parseUrl(url);
  return parsed && `${parsed.protocol}//${registrableDomain(parsed.hostname) ?? parsed.hostname}`;
}

/**
 * Whether a request's page and all its ancestors are same-site with a URL; null if an ancestor is unknown.
 */
function isOfSameSite(
  { origin, kind }: ExchangeFacts,
  url: string,
  { ancestors }: Surroundings,
  { isSchemeful }: CookieRules,
  { relationOf }: Sites,
): boolean | null {
  // A navigation by the user has no initiator and counts as same-site.
  if (origin === null) return true;
  const anyScheme = (other: string) => (isSchemeful ? other : other.replace(/^\w+:/, 'https:'));
  const target = anyScheme(originOf(url.replace(/^ws/, 'http')));
  const isOf = (other: string) => relationOf(anyScheme(other), target) !== 'cross-site';
  if (!isOf(origin)) return false;
  if (kind === 'document') return true;
  return ancestors?.every(isOf) ?? null;
}
