import {
  type Cookie,
  type CookieRequest,
  type CookieRules,
  cookieNames,
  getHeader,
  isDomainMatch,
  isSameOrigin,
  originOf,
  parseSetCookie,
  parseUrl,
  sendCookie,
  setCookie,
} from '../../engine';
import type { KeptCookies } from '../../protocol/cookies';
import type { ExchangeFacts, HopFacts } from '../../protocol/facts';
import type { Verdict } from '../verdict/verdict';
import type { CookieSight } from './cookie-sight';
import { isBorneOut, keptOf, keyOf } from './kept-cookies';

/** An exchange with its verdict. */
export interface JudgedFacts {
  readonly facts: ExchangeFacts;
  readonly verdict: Verdict;
}

/** The rules by which a browser decides about cookies. */
export interface CookiePolicy {
  readonly rules: CookieRules;
  /** Whether the pages around a request are same-site with a URL; null if unknown. */
  isSameSite(facts: ExchangeFacts, url: string): boolean | null;
}

/** The context of the jar; it depends on the public suffix list and the frames. */
export interface CookieContext extends CookiePolicy {
  isPublicSuffix(domain: string): boolean;
  /** Returns the site of the top-level page; null if unknown. */
  topLevelSite(facts: ExchangeFacts, url: string): string | null;
  readonly other: CookiePolicy;
  /** The browser's current cookies; null if it was not asked. */
  readonly kept: KeptCookies | null;
}

interface Moment {
  readonly atMs: number;
  readonly is: 'sent' | 'answered';
  readonly judged: JudgedFacts;
  readonly hop: number;
}

/** A cookie's use that is later compared with the browser's store, unless another cookie replaces it. */
interface OpenSight {
  sight: Omit<CookieSight, 'hop'>;
  readonly key: string | null;
  readonly value: string | null;
  /** Known only from the browser's store, so the cookie may have been set later. */
  readonly isOfStore: boolean;
}

interface Jar {
  readonly cookies: Map<string, Cookie>;
  /** The last cookie set for each key. */
  readonly last: Map<string, OpenSight>;
}

/**
 * Returns what happened to the cookies of each request, by the request's id. Only the recorded responses fill
 * the jar. Cookies that are older or set by scripts are known only if they were sent or are in the browser's
 * store.
 */
export function cookieSights(
  all: readonly JudgedFacts[],
  context: CookieContext,
): ReadonlyMap<string, readonly CookieSight[]> {
  const jar: Jar = { cookies: new Map(), last: new Map() };
  const seen: { readonly id: string; readonly hop: number; readonly open: OpenSight }[] = [];
  for (const moment of all.flatMap(momentsOf).sort((a, b) => a.atMs - b.atMs)) {
    const { facts } = moment.judged;
    const hop = facts.hops[moment.hop] as HopFacts;
    const asked = askedOf(moment, hop, context);
    const opened =
      moment.is === 'sent' ? sentWith(hop, asked, jar, context) : setBy(hop, asked, jar, context);
    for (const open of opened) seen.push({ id: facts.id, hop: moment.hop, open });
  }
  const sights = new Map<string, CookieSight[]>(all.map(({ facts }) => [facts.id, []]));
  for (const { id, hop, open } of seen) {
    const later = open.isOfStore && open.key !== null ? jar.last.get(open.key) : undefined;
    if (later?.sight.direction === 'set') continue;
    sights.get(id)?.push({ hop, ...compared(open, jar, context) });
  }
  return sights;
}

/** Compares a cookie's use with the browser's store, unless a later cookie replaced it. */
function compared(open: OpenSight, { last }: Jar, { kept }: CookieContext): Omit<CookieSight, 'hop'> {
  const { sight, key, value } = open;
  const isLast = sight.direction === 'not-sent' || (key !== null && last.get(key) === open);
  const now = kept && key !== null && isLast ? keptOf(kept, key, value, sight.cookie) : null;
  return now && isBorneOut(sight, now) ? { ...sight, kept: now, basis: 'observed' } : { ...sight, kept: now };
}

/**
 * Returns the times at which the hops of an exchange were sent and answered. A preflight sends and sets no
 * cookies.
 */
function momentsOf(judged: JudgedFacts): readonly Moment[] {
  if (judged.verdict.class === 'preflight') return [];
  return judged.facts.hops.flatMap((hop, index): Moment[] => [
    { atMs: hop.sentAtMs ?? hop.startedAtMs, is: 'sent', judged, hop: index },
    { atMs: hop.headersAtMs ?? hop.startedAtMs, is: 'answered', judged, hop: index },
  ]);
}

/** The same request under the rules of each browser. */
interface Asked {
  readonly here: CookieRequest;
  readonly elsewhere: CookieRequest;
}

function askedOf({ judged, atMs, hop: index }: Moment, hop: HopFacts, context: CookieContext): Asked {
  const { facts } = judged;
  const here: CookieRequest = {
    url: hop.url,
    atMs,
    includesCredentials: includesCredentials(judged, index),
    isSameSite: context.isSameSite(facts, hop.url),
    isTopLevel: facts.type === 'main_frame',
    topLevelSite: context.topLevelSite(facts, hop.url),
    method: hop.method,
    isPublicSuffix: context.isPublicSuffix,
  };
  return { here, elsewhere: { ...here, isSameSite: context.other.isSameSite(facts, hop.url) } };
}

/** @see https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch */
function includesCredentials({ facts, verdict }: JudgedFacts, index: number): boolean {
  if (verdict.credentialsMode.value === 'include') return true;
  if (verdict.credentialsMode.value === 'omit') return false;
  // "same-origin" includes them until a hop leaves the request's own origin.
  return facts.hops
    .slice(0, index + 1)
    .every(({ url }) => isSameOrigin(originOf(url), facts.origin ?? 'null'));
}

function sentWith(
  { requestHeaders, url }: HopFacts,
  { here, elsewhere }: Asked,
  { cookies }: Jar,
  { rules, other, kept }: CookieContext,
): readonly OpenSight[] {
  if (requestHeaders === null) return [];
  const names = cookieNames(getHeader(requestHeaders, 'Cookie') ?? '');
  const host = parseUrl(url)?.hostname ?? '';
  const isNear = ({ domain }: Cookie) => isDomainMatch(host, domain) || isDomainMatch(domain, host);
  const near = [...cookies.values()].filter(isNear);
  const stored = (kept?.cookies ?? []).filter((cookie) => isNear(cookie) && !cookies.has(keyOf(cookie)));
  const sent = names.map((name): OpenSight => {
    const goes = (cookie: Cookie) => cookie.name === name && sendCookie(cookie, here, rules).isSent;
    const cookie = near.find(goes) ?? stored.find(goes) ?? null;
    const theirs = cookie && sendCookie(cookie, elsewhere, other.rules);
    const otherwise = theirs && !theirs.isSent ? theirs.because : null;
    const sight = { name, direction: 'sent', because: 'in-the-header', basis: 'observed' } as const;
    return open({ ...sight, cookie, otherwise });
  });
  const stayed = (cookie: Cookie, isOfStore: boolean): OpenSight => {
    const { isSent, because } = sendCookie(cookie, here, rules);
    const theirs = sendCookie(cookie, elsewhere, other.rules);
    const otherwise = !isSent && theirs.isSent ? theirs.because : null;
    const sight = { name: cookie.name, direction: 'not-sent', cookie, otherwise } as const;
    const key = keyOf(cookie);
    if (!isSent) return open({ ...sight, because, basis: 'computed' }, key, null, isOfStore);
    const held = isOfStore ? 'kept-since' : 'kept-back';
    return open({ ...sight, because: held, basis: 'observed' }, key, null, isOfStore);
  };
  const isLeft = ({ name }: Cookie) => !names.includes(name);
  return [
    ...sent,
    ...near.filter(isLeft).map((cookie) => stayed(cookie, false)),
    ...stored.filter(isLeft).map((cookie) => stayed(cookie, true)),
  ];
}

function setBy(
  { responseHeaders }: HopFacts,
  { here, elsewhere }: Asked,
  jar: Jar,
  { rules, other }: CookieContext,
): readonly OpenSight[] {
  const values = (responseHeaders ?? []).filter(([name]) => name.toLowerCase() === 'set-cookie');
  // Firefox joins several Set-Cookie headers into one with newlines.
  return values
    .flatMap(([, value]) => value.split('\n'))
    .map((value): OpenSight => {
      const parsed = parseSetCookie(value);
      const { cookie, because, isTaken } = setCookie(parsed, here, rules);
      const theirs = setCookie(parsed, elsewhere, other.rules);
      const opened = open(
        {
          name: parsed?.name ?? '',
          direction: isTaken ? 'set' : 'refused',
          because,
          basis: 'computed',
          cookie,
          otherwise: theirs.isTaken === isTaken ? null : theirs.because,
        },
        cookie && keyOf(cookie),
        parsed?.value ?? null,
      );
      if (!cookie) return opened;
      const key = keyOf(cookie);
      // A rejected cookie leaves the previous one in place.
      if (isTaken || jar.last.get(key)?.sight.direction !== 'set') jar.last.set(key, opened);
      if (because === 'taken-away') jar.cookies.delete(key);
      else if (isTaken) jar.cookies.set(key, cookie);
      return opened;
    });
}

function open(
  sight: Omit<CookieSight, 'hop' | 'kept'>,
  key: string | null = null,
  value: string | null = null,
  isOfStore = false,
): OpenSight {
  return { sight: { ...sight, kept: null }, key, value, isOfStore };
}
