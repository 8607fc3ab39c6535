import type { CookieRules } from './browser-policies';
import { defaultPath, isDomainMatch, isPathMatch, type ParsedCookie, type SameSiteAttribute } from './cookie';
import { isPotentiallyTrustworthy, parseUrl } from './origin';

/** A cookie as a browser keeps it. Ports are no part of it: every port of a host shares them. */
export interface Cookie {
  readonly name: string;
  readonly domain: string;
  /** Whether it goes to that host alone, not to those below it. */
  readonly isHostOnly: boolean;
  readonly path: string;
  readonly isSecure: boolean;
  readonly isPartitioned: boolean;
  readonly sameSite: SameSiteAttribute;
  /** null: as long as the browser runs. */
  readonly expiresAtMs: number | null;
  /** The site of the page at the top that it is kept for alone; null: for all, or that page was not known. */
  readonly partition: string | null;
}

/** What decides about cookies in a request. */
export interface CookieRequest {
  readonly url: string;
  readonly atMs: number;
  /** Whether the request's credentials mode, for this URL, lets cookies go and come. */
  readonly includesCredentials: boolean;
  /** Whether the page, and every page around it, is of this URL's site; null where that is not known. */
  readonly isSameSite: boolean | null;
  /** Whether it is for the document of a tab. */
  readonly isTopLevel: boolean;
  /** The site of the page at the top, such as `https://page.example`; null where that is not known. */
  readonly topLevelSite: string | null;
  readonly method: string;
  /** Whether a domain is one under which people register names; the public suffix list is not brought here. */
  readonly isPublicSuffix?: (domain: string) => boolean;
}

/** Why a Set-Cookie is taken or refused. */
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
  | 'same-site-from-cross-site';

/** Why a cookie goes with a request, or does not. */
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
  | 'kept-apart';

type Cases<Because> = readonly (readonly [when: boolean, because: Because])[];

/** The first reason that holds. */
function firstOf<Because>(cases: Cases<Because>, otherwise: Because): Because {
  return cases.find(([when]) => when)?.[1] ?? otherwise;
}

const takes: ReadonlySet<string> = new Set<SetBecause>(['taken', 'taken-away', 'taken-if-third-party']);
const sends: ReadonlySet<string> = new Set<SendBecause>(['matches', 'matches-if-third-party']);

/**
 * Whether a browser takes a cookie that a response sets, and as what: `cookie` is how it would keep it, null
 * if that cannot be read.
 *
 * Divergence (observability): what a person or an organisation blocked is not visible. Where that may
 * decide, the reason says `if-third-party`.
 *
 * @see https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-storage-model
 */
export function setCookie(
  parsed: ParsedCookie | null,
  request: CookieRequest,
  rules: CookieRules,
): { readonly cookie: Cookie | null; readonly isTaken: boolean; readonly because: SetBecause } {
  const url = parseUrl(request.url);
  if (!parsed || !url) return { cookie: null, isTaken: false, because: 'unreadable' };
  const cookie = toCookie(parsed, url, request, rules);
  const because = whySet(parsed, cookie, url, request, rules);
  return { cookie, isTaken: takes.has(because), because };
}

function toCookie(
  parsed: ParsedCookie,
  url: URL,
  request: Pick<CookieRequest, 'atMs' | 'isSameSite' | 'isTopLevel' | 'topLevelSite'>,
  rules: CookieRules,
): Cookie {
  const { name, domain, path, isSecure, isPartitioned, sameSite, maxAgeSeconds, expiresAtMs } = parsed;
  // A public suffix names nobody but the host that is one itself; that is refused before it matters here.
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

function whySet(
  parsed: ParsedCookie,
  cookie: Cookie,
  url: URL,
  request: CookieRequest,
  rules: CookieRules,
): SetBecause {
  const { name, domain, isSecure, sameSite, isPartitioned } = parsed;
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
      [lowerName.startsWith('__host-') && !isHostCookie, 'host-prefix'],
      [needsSecure && !isSecure, 'none-without-secure'],
      [isPartitioned && !isSecure, 'partitioned-without-secure'],
      [isCrossSite && isBound, 'same-site-from-cross-site'],
      [isGone, 'taken-away'],
      [isCrossSite && !isPartitioned, 'taken-if-third-party'],
    ],
    'taken',
  );
}

/**
 * Whether a cookie goes with a request, and why.
 *
 * Divergence (browsers): what says nothing of SameSite is Lax in Chrome, and None in Firefox; Chrome counts
 * http: and https: of one host as two sites, Firefox as one: `isSameSite` is to be told accordingly.
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
      [isCrossSite && !request.isTopLevel && !cookie.isPartitioned, 'matches-if-third-party'],
    ],
    'matches',
  );
}

/** Whether the browser, as it comes, keeps what a request sets for the page at the top alone. */
function isKeptApart(
  { isSameSite, isTopLevel }: Pick<CookieRequest, 'isSameSite' | 'isTopLevel'>,
  { thirdParty }: CookieRules,
): boolean {
  return thirdParty === 'partitioned' && isSameSite === false && !isTopLevel;
}

function isBoundToSite(sameSite: SameSiteAttribute, { laxByDefault }: CookieRules): boolean {
  return sameSite === 'strict' || sameSite === 'lax' || (sameSite === 'default' && laxByDefault);
}
