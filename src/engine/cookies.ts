import type { CookieRules } from './browser-policies';
import { defaultPath, isDomainMatch, isPathMatch, type ParsedCookie, type SameSiteAttribute } from './cookie';
import { isPotentiallyTrustworthy, parseUrl } from './origin';

/** A stored cookie. It has no port: all ports of a host share cookies. */
export interface Cookie {
  readonly name: string;
  readonly domain: string;
  /** Whether it is sent to that host only, not to its subdomains. */
  readonly isHostOnly: boolean;
  readonly path: string;
  readonly isSecure: boolean;
  readonly isPartitioned: boolean;
  readonly sameSite: SameSiteAttribute;
  /** null for a session cookie. */
  readonly expiresAtMs: number | null;
  /**
   * The top-level site that the cookie is partitioned by; null if it has no partition or the site is unknown.
   */
  readonly partition: string | null;
}

/** The facts about a request that decide which cookies it sends and stores. */
export interface CookieRequest {
  readonly url: string;
  readonly atMs: number;
  /** Whether the request's credentials mode allows cookies for this URL. */
  readonly includesCredentials: boolean;
  /** Whether the page and all its ancestors are same-site with this URL; null if unknown. */
  readonly isSameSite: boolean | null;
  /** Whether the request loads a tab's document. */
  readonly isTopLevel: boolean;
  /** The site of the top-level page, such as `https://page.example`; null if unknown. */
  readonly topLevelSite: string | null;
  readonly method: string;
  /**
   * Sec-Fetch-Storage-Access: "active" if the request has access to unpartitioned cookies. null or missing if it was
   * not sent.
   */
  readonly storageAccess?: string | null;
  /** Whether a domain is a public suffix. The caller supplies the list. */
  readonly isPublicSuffix?: (domain: string) => boolean;
}

/** Why a Set-Cookie is stored or rejected. */
export type SetBecause =
  | 'taken'
  | 'taken-away'
  | 'taken-if-third-party'
  | 'unreadable'
  | 'credentials-mode'
  | 'domain-mismatch'
  | 'public-suffix'
  | 'secure-over-http'
  | 'none-without-secure'
  | 'partitioned-without-secure'
  | 'secure-prefix'
  | 'host-prefix'
  | 'http-prefix'
  | 'host-http-prefix'
  | 'nameless-prefix'
  | 'same-site-from-cross-site'
  | 'no-storage-access';

/** Why a cookie is sent with a request or left out. */
export type SendBecause =
  | 'matches'
  | 'matches-if-third-party'
  | 'credentials-mode'
  | 'expired'
  | 'host-only'
  | 'domain-mismatch'
  | 'path-mismatch'
  | 'secure-over-http'
  | 'strict-cross-site'
  | 'lax-cross-site'
  | 'lax-by-default-cross-site'
  | 'other-partition'
  | 'kept-apart'
  | 'no-storage-access';

type Cases<Because> = readonly (readonly [when: boolean, because: Because])[];

/** Returns the first reason that applies. */
function firstOf<Because>(cases: Cases<Because>, otherwise: Because): Because {
  return cases.find(([when]) => when)?.[1] ?? otherwise;
}

const takes: ReadonlySet<string> = new Set<SetBecause>(['taken', 'taken-away', 'taken-if-third-party']);
const sends: ReadonlySet<string> = new Set<SendBecause>(['matches', 'matches-if-third-party']);

/**
 * Whether a browser stores a cookie that a response sets, and why. `cookie` is the cookie as it would be
 * stored; null if the header is unreadable.
 *
 * Divergence (observability): blocking by the user or an organization is not visible. If it may decide, the
 * reason ends in `if-third-party`.
 *
 * @see https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-storage-model
 */
export function setCookie(
  header: ParsedCookie | null,
  request: CookieRequest,
  rules: CookieRules,
): { readonly cookie: Cookie | null; readonly isTaken: boolean; readonly because: SetBecause } {
  const url = parseUrl(request.url);
  const parsed = header && named(header, rules);
  if (!parsed || !url) return { cookie: null, isTaken: false, because: 'unreadable' };
  const cookie = toCookie(parsed, url, request, rules);
  const because = whySet(parsed, cookie, url, request, rules);
  return { cookie, isTaken: takes.has(because), because };
}

/** Returns a cookie with the name that the browser gives it; null if the browser cannot read it. */
function named(parsed: ParsedCookie, { acceptsTabs, requiresName }: CookieRules): ParsedCookie | null {
  const { name, value, hasEquals, hasTab } = parsed;
  if (hasTab && !acceptsTabs) return null;
  if (name !== '' || !requiresName) return parsed;
  return hasEquals ? null : { ...parsed, name: value, value: '' };
}

function toCookie(
  parsed: ParsedCookie,
  url: URL,
  request: Pick<CookieRequest, 'atMs' | 'isSameSite' | 'isTopLevel' | 'topLevelSite'>,
  rules: CookieRules,
): Cookie {
  const { name, domain, path, isSecure, isPartitioned, sameSite, maxAgeSeconds, expiresAtMs } = parsed;
  // Only a host that is a public suffix itself may name it; other cookies for a suffix are rejected in
  // whySet.
  return {
    name,
    domain: domain ?? url.hostname,
    isHostOnly: domain === null,
    path: path ?? defaultPath(url.pathname),
    isSecure,
    isPartitioned,
    sameSite,
    expiresAtMs: maxAgeSeconds === null ? expiresAtMs : request.atMs + maxAgeSeconds * 1_000,
    partition: isPartitioned || isKeptApart(request, rules) ? request.topLevelSite : null,
  };
}

const namePrefix = /^__(secure|host|http)-/i;

function whySet(
  parsed: ParsedCookie,
  cookie: Cookie,
  url: URL,
  request: CookieRequest,
  rules: CookieRules,
): SetBecause {
  const { name, value, domain, isSecure, isHttpOnly, sameSite, isPartitioned } = parsed;
  const isTrusted =
    url.protocol === 'https:' || (rules.trustsLocalhost && isPotentiallyTrustworthy(request.url));
  const needsSecure = sameSite === 'none' && rules.noneRequiresSecure;
  const lowerName = name.toLowerCase();
  const isHostCookie = isSecure && domain === null && parsed.path === '/';
  const isCrossSite = request.isSameSite === false && !request.isTopLevel;
  const isBound = isBoundToSite(sameSite, rules);
  const isForSuffix =
    domain !== null && domain !== url.hostname && (request.isPublicSuffix?.(domain) ?? false);
  const isGone = cookie.expiresAtMs !== null && cookie.expiresAtMs <= request.atMs;
  return firstOf<SetBecause>(
    [
      [!request.includesCredentials, 'credentials-mode'],
      [!isDomainMatch(url.hostname, cookie.domain), 'domain-mismatch'],
      [isForSuffix, 'public-suffix'],
      [isSecure && !isTrusted, 'secure-over-http'],
      [lowerName.startsWith('__secure-') && !isSecure, 'secure-prefix'],
      [lowerName.startsWith('__host-http-') && !(isHostCookie && isHttpOnly), 'host-http-prefix'],
      [lowerName.startsWith('__host-') && !isHostCookie, 'host-prefix'],
      [lowerName.startsWith('__http-') && !(isSecure && isHttpOnly), 'http-prefix'],
      [name === '' && namePrefix.test(value), 'nameless-prefix'],
      [needsSecure && !isSecure, 'none-without-secure'],
      [isPartitioned && !isSecure, 'partitioned-without-secure'],
      [isCrossSite && isBound, 'same-site-from-cross-site'],
      [isGone, 'taken-away'],
      [!isPartitioned && lacksStorageAccess(request, rules), 'no-storage-access'],
      [isCrossSite && !isPartitioned && !hasStorageAccess(request, rules), 'taken-if-third-party'],
    ],
    'taken',
  );
}

/**
 * Whether a cookie is sent with a request, and why.
 *
 * Divergence (browsers): without SameSite, a cookie is Lax in Chrome and None in Firefox. Chrome counts http:
 * and https: of one host as two sites, Firefox as one; the caller computes `isSameSite` accordingly.
 *
 * @see https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-retrieval-algorithm
 */
export function sendCookie(
  cookie: Cookie,
  request: CookieRequest,
  rules: CookieRules,
): { readonly isSent: boolean; readonly because: SendBecause } {
  const because = whySent(cookie, request, rules);
  return { isSent: sends.has(because), because };
}

function whySent(cookie: Cookie, request: CookieRequest, rules: CookieRules): SendBecause {
  const url = parseUrl(request.url);
  if (!url) return 'domain-mismatch';
  const host = url.hostname;
  const isTrusted =
    /^(https|wss):$/.test(url.protocol) || (rules.trustsLocalhost && isPotentiallyTrustworthy(request.url));
  const isCrossSite = request.isSameSite === false;
  const isSafeNavigation = request.isTopLevel && /^(GET|HEAD|OPTIONS|TRACE)$/.test(request.method);
  const isKeptBack = isCrossSite && !isSafeNavigation;
  const { topLevelSite } = request;
  const isOfOtherPartition =
    cookie.partition !== null && topLevelSite !== null && cookie.partition !== topLevelSite;
  const isOfNoPartition = cookie.partition === null && !cookie.isPartitioned && topLevelSite !== null;
  return firstOf<SendBecause>(
    [
      [!request.includesCredentials, 'credentials-mode'],
      [cookie.expiresAtMs !== null && cookie.expiresAtMs <= request.atMs, 'expired'],
      [cookie.isHostOnly && host !== cookie.domain && isDomainMatch(host, cookie.domain), 'host-only'],
      [cookie.isHostOnly ? host !== cookie.domain : !isDomainMatch(host, cookie.domain), 'domain-mismatch'],
      [!isPathMatch(url.pathname, cookie.path), 'path-mismatch'],
      [cookie.isSecure && !isTrusted, 'secure-over-http'],
      [isCrossSite && cookie.sameSite === 'strict', 'strict-cross-site'],
      [isKeptBack && cookie.sameSite === 'lax', 'lax-cross-site'],
      [isKeptBack && isBoundToSite(cookie.sameSite, rules), 'lax-by-default-cross-site'],
      [isOfOtherPartition, 'other-partition'],
      [isOfNoPartition && isKeptApart(request, rules), 'kept-apart'],
      [!cookie.isPartitioned && lacksStorageAccess(request, rules), 'no-storage-access'],
      [
        isCrossSite && !request.isTopLevel && !cookie.isPartitioned && !hasStorageAccess(request, rules),
        'matches-if-third-party',
      ],
    ],
    'matches',
  );
}

/** Whether a header says that the request has no unpartitioned cookies. Firefox has others then. */
function lacksStorageAccess({ storageAccess }: CookieRequest, { thirdParty }: CookieRules): boolean {
  return thirdParty === 'as-set' && (storageAccess === 'none' || storageAccess === 'inactive');
}

function hasStorageAccess({ storageAccess }: CookieRequest, { thirdParty }: CookieRules): boolean {
  return thirdParty === 'as-set' && storageAccess === 'active';
}

/**
 * Whether the browser, with its default settings, partitions the cookies of a request by its top-level site.
 */
function isKeptApart(
  { isSameSite, isTopLevel }: Pick<CookieRequest, 'isSameSite' | 'isTopLevel'>,
  { thirdParty }: CookieRules,
): boolean {
  return thirdParty === 'partitioned' && isSameSite === false && !isTopLevel;
}

function isBoundToSite(sameSite: SameSiteAttribute, { laxByDefault }: CookieRules): boolean {
  return sameSite === 'strict' || sameSite === 'lax' || (sameSite === 'default' && laxByDefault);
}
