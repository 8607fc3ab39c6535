import {
  type BrowserName,
  type CookieRules,
  cookieRules,
  originOf,
  parseUrl,
  type SerializedOrigin,
} from '../../engine';
import type { KeptCookies } from '../../protocol/cookies';
import type { ExchangeFacts } from '../../protocol/facts';
import type { CookieContext, CookiePolicy } from './cookie-jar';
import type { Surroundings, SurroundingsOf } from './surroundings';

/** What the public suffix list tells. It is large, so whoever needs it brings it along. */
export interface Sites {
  relationOf(a: SerializedOrigin, b: SerializedOrigin): 'same-origin' | 'same-site' | 'cross-site';
  registrableDomain(hostname: string): string | null;
}

/** What decides about the cookies of a recording in that browser. */
export function cookieContext(
  browser: BrowserName,
  sites: Sites,
  surroundingsOf: SurroundingsOf,
  kept: KeptCookies | null = null,
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
      return ancestors && siteOf(facts.type === 'main_frame' ? url : (ancestors.at(-1) ?? ''), sites);
    },
    kept,
  };
}

/** A site as browsers name the partitions of their stores; null of an opaque origin. */
function siteOf(url: string, { registrableDomain }: Sites): string | null {
  const parsed = parseUrl(url);
  return parsed && `${parsed.protocol}//${registrableDomain(parsed.hostname) ?? parsed.hostname}`;
}

/** Whether a request's page, and all pages around it, are of a URL's site; null where one is not known. */
function isOfSameSite(
  { origin, type }: ExchangeFacts,
  url: string,
  { ancestors }: Surroundings,
  { isSchemeful }: CookieRules,
  { relationOf }: Sites,
): boolean | null {
  // Nobody asked for what a person typed: it is its own site's.
  if (origin === null) return true;
  const anyScheme = (each: string) => (isSchemeful ? each : each.replace(/^\w+:/, 'https:'));
  const target = anyScheme(originOf(url.replace(/^ws/, 'http')));
  const isOf = (each: string) => relationOf(anyScheme(each), target) !== 'cross-site';
  if (!isOf(origin)) return false;
  if (type === 'main_frame') return true;
  return ancestors?.every(isOf) ?? null;
}
