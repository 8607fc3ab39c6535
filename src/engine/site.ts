import { getDomain } from 'tldts';
import type { SerializedOrigin } from './model';
import { isSameOrigin, parseUrl } from './origin';

/** The relation between two origins. */
export type Relation = 'same-origin' | 'same-site' | 'cross-site';

/**
 * Whether two origins are same site: equal schemes and equal registrable domains, or equal hosts if there is
 * no registrable domain. The private part of the public suffix list counts: two users of `github.io` are
 * cross-site.
 *
 * @see https://html.spec.whatwg.org/#same-site
 */
export function isSameSite(a: SerializedOrigin, b: SerializedOrigin): boolean {
  const [first, second] = [parseUrl(a), parseUrl(b)];
  if (!first || !second || first.protocol !== second.protocol) return false;
  const [site, otherSite] = [registrableDomain(first.hostname), registrableDomain(second.hostname)];
  return site === null || otherSite === null ? first.hostname === second.hostname : site === otherSite;
}

/**
 * Whether two origins are same-origin, same-site or cross-site. An opaque origin is cross-site to all others.
 */
export function relationOf(a: SerializedOrigin, b: SerializedOrigin): Relation {
  if (isSameOrigin(a, b)) return 'same-origin';
  return isSameSite(a, b) ? 'same-site' : 'cross-site';
}

/** Returns the registrable part of a host, such as `example.co.uk`; null for addresses and suffixes. */
export function registrableDomain(hostname: string): string | null {
  return getDomain(hostname, { allowPrivateDomains: true });
}
