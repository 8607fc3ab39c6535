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
import type { StoredCookies } from '../../protocol/cookies';
import type { ExchangeFacts, HopFacts } from '../../protocol/facts';
import type { Verdict } from '../verdict/verdict';
import type { CookieReason, CookieUse } from './cookie-use';
import { isBorneOut, keyOf, storedMatch } from './stored-cookies';

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
  readonly stored: StoredCookies | null;
}

interface Moment {
  readonly atMs: number;
  readonly type: 'sent' | 'answered';
  readonly judged: JudgedFacts;
  readonly hop: number;
}

/** A cookie's use that is later compared with the browser's store, unless another cookie replaces it. */
interface OpenUse {
  use: Omit<CookieUse, 'hop'>;
  readonly key: string | null;
  readonly value: string | null;
  /** Known only from the browser's store, so the cookie may have been set later. */
  readonly isOfStore: boolean;
}

interface Jar {
  readonly cookies: Map<string, Cookie>;
  /** The last cookie set for each key. */
  readonly last: Map<string, OpenUse>;
}

/**
 * Returns what happened to the cookies of each request, by the request's id. Only the recorded responses fill
 * the jar. Cookies that are older or set by scripts are known only if they were sent or are in the browser's
 * store.
 */
export function cookieUses(
  all: readonly JudgedFacts[],
  context: CookieContext,
): ReadonlyMap<string, readonly CookieUse[]> {
  const jar: Jar = { cookies: new Map(), last: new Map() };
  const seen: { readonly id: string; readonly hop: number; readonly open: OpenUse }[] = [];
  for (const moment of all.flatMap(momentsOf).sort((a, b) => a.atMs - b.atMs)) {
    const { facts } = moment.judged;
    const hop = facts.hops[moment.hop] as HopFacts;
    const contexts = contextsOf(moment, hop, context);
    const opened =
      moment.type === 'sent'
        ? sentWith(moment.judged, hop, contexts, jar, context)
        : setBy(hop, contexts, jar, context);
    for (const open of opened) seen.push({ id: facts.id, hop: moment.hop, open });
  }
  const uses = new Map<string, CookieUse[]>(all.map(({ facts }) => [facts.id, []]));
  for (const { id, hop, open } of seen) {
    const later = open.isOfStore && open.key !== null ? jar.last.get(open.key) : undefined;
    if (later?.use.direction === 'set') continue;
    uses.get(id)?.push({ hop, ...compared(open, jar, context) });
  }
  return uses;
}

/** Compares a cookie's use with the browser's store, unless a later cookie replaced it. */
function compared(open: OpenUse, { last }: Jar, { stored }: CookieContext): Omit<CookieUse, 'hop'> {
  const { use, key, value } = open;
  const isLast = use.direction === 'not-sent' || (key !== null && last.get(key) === open);
  const now = stored && key !== null && isLast ? storedMatch(stored, key, value, use.cookie) : null;
  return now && isBorneOut(use, now) ? { ...use, stored: now, basis: 'observed' } : { ...use, stored: now };
}

/**
 * Returns the times at which the hops of an exchange were sent and answered. A preflight sends and sets no
 * cookies.
 */
function momentsOf(judged: JudgedFacts): readonly Moment[] {
  if (judged.verdict.requestClass === 'preflight') return [];
  return judged.facts.hops.flatMap((hop, index): Moment[] => [
    { atMs: hop.sentAtMs ?? hop.startedAtMs, type: 'sent', judged, hop: index },
    { atMs: hop.headersAtMs ?? hop.startedAtMs, type: 'answered', judged, hop: index },
  ]);
}

/** The same request under the rules of each browser. */
interface HopContexts {
  readonly here: CookieRequest;
  readonly elsewhere: CookieRequest;
}

/** Returns what decides which cookies a response may set. */
export function cookieRequestOf(judged: JudgedFacts, hop: number, context: CookieContext): CookieRequest {
  const facts = judged.facts.hops[hop] as HopFacts;
  const moment: Moment = { atMs: facts.headersAtMs ?? facts.startedAtMs, type: 'answered', judged, hop };
  return contextsOf(moment, facts, context).here;
}

/**
 * Whether the browser rejects a cookie that a response sets. A request without credentials stores none, which is
 * no rejection of a cookie.
 */
export function rejectsCookie(judged: JudgedFacts, context: CookieContext): boolean {
  if (judged.verdict.requestClass === 'preflight') return false;
  return judged.facts.hops.some((hop, index) => {
    const lines = setCookieLines(hop);
    if (lines.length === 0) return false;
    const request = cookieRequestOf(judged, index, context);
    return lines.some((line) => {
      const { isTaken, because } = setCookie(parseSetCookie(line), request, context.rules);
      return !isTaken && because !== 'credentials-mode';
    });
  });
}

/** Returns the Set-Cookie headers of a response. Firefox joins several into one with newlines. */
function setCookieLines({ response }: HopFacts): readonly string[] {
  return (response?.headerList ?? [])
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .flatMap(([, value]) => value.split('\n'));
}

function contextsOf(
  { judged, atMs, hop: index }: Moment,
  hop: HopFacts,
  context: CookieContext,
): HopContexts {
  const { facts } = judged;
  const here: CookieRequest = {
    url: hop.url,
    atMs,
    includesCredentials: includesCredentials(judged, index),
    isSameSite: context.isSameSite(facts, hop.url),
    isTopLevel: facts.kind === 'document',
    topLevelSite: context.topLevelSite(facts, hop.url),
    method: hop.method,
    storageAccess: getHeader(hop.requestHeaders ?? [], 'Sec-Fetch-Storage-Access'),
    isPublicSuffix: context.isPublicSuffix,
  };
  return {
    here,
    elsewhere: { ...here, isSameSite: context.other.isSameSite(facts, hop.url), storageAccess: null },
  };
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

/** Returns why a cookie was not sent although its attributes match. */
function heldBecause(
  { verdict: { credentialsMode } }: JudgedFacts,
  { requestHeaders }: HopFacts,
  isOfStore: boolean,
): CookieReason {
  const hasCookies = getHeader(requestHeaders ?? [], 'Cookie') !== null;
  if (!hasCookies && getHeader(requestHeaders ?? [], 'Sec-Fetch-Dest') === 'manifest') return 'manifest';
  if (isOfStore) return 'kept-since';
  return !hasCookies && credentialsMode.basis === 'assumed' ? 'omitted' : 'kept-back';
}

function sentWith(
  judged: JudgedFacts,
  hop: HopFacts,
  { here, elsewhere }: HopContexts,
  { cookies }: Jar,
  { rules, other, stored }: CookieContext,
): readonly OpenUse[] {
  const { requestHeaders, url } = hop;
  if (requestHeaders === null) return [];
  const names = cookieNames(getHeader(requestHeaders, 'Cookie') ?? '');
  const host = parseUrl(url)?.hostname ?? '';
  const isNear = ({ domain }: Cookie) => isDomainMatch(host, domain) || isDomainMatch(domain, host);
  const near = [...cookies.values()].filter(isNear);
  const ofStore = (stored?.cookies ?? []).filter((cookie) => isNear(cookie) && !cookies.has(keyOf(cookie)));
  const sent = names.map((name): OpenUse => {
    const goes = (cookie: Cookie) => cookie.name === name && sendCookie(cookie, here, rules).isSent;
    const cookie = near.find(goes) ?? ofStore.find(goes) ?? null;
    const theirs = cookie && sendCookie(cookie, elsewhere, other.rules);
    const otherwise = theirs && !theirs.isSent ? theirs.because : null;
    const use = { name, direction: 'sent', because: 'in-the-header', basis: 'observed' } as const;
    return open({ ...use, cookie, otherwise });
  });
  const stayed = (cookie: Cookie, isOfStore: boolean): OpenUse => {
    const { isSent, because } = sendCookie(cookie, here, rules);
    const theirs = sendCookie(cookie, elsewhere, other.rules);
    const otherwise = !isSent && theirs.isSent ? theirs.because : null;
    const use = { name: cookie.name, direction: 'not-sent', cookie, otherwise } as const;
    const key = keyOf(cookie);
    if (!isSent) return open({ ...use, because, basis: 'computed' }, key, null, isOfStore);
    const held = heldBecause(judged, hop, isOfStore);
    return open({ ...use, because: held, basis: 'observed' }, key, null, isOfStore);
  };
  const isLeft = ({ name }: Cookie) => !names.includes(name);
  return [
    ...sent,
    ...near.filter(isLeft).map((cookie) => stayed(cookie, false)),
    ...ofStore.filter(isLeft).map((cookie) => stayed(cookie, true)),
  ];
}

function setBy(
  hop: HopFacts,
  { here, elsewhere }: HopContexts,
  jar: Jar,
  { rules, other }: CookieContext,
): readonly OpenUse[] {
  return setCookieLines(hop).map((value): OpenUse => {
    const parsed = parseSetCookie(value);
    const { cookie, because, isTaken } = setCookie(parsed, here, rules);
    const theirs = setCookie(parsed, elsewhere, other.rules);
    const opened = open(
      {
        header: value,
        name: cookie?.name ?? parsed?.name ?? '',
        direction: isTaken ? 'set' : 'refused',
        because,
        basis: 'computed',
        cookie,
        otherwise: theirs.isTaken === isTaken ? null : theirs.because,
      },
      cookie && keyOf(cookie),
      // Firefox makes a lone value the name of an empty cookie.
      parsed && (cookie?.name === parsed.name ? parsed.value : ''),
    );
    if (!cookie) return opened;
    const key = keyOf(cookie);
    // A rejected cookie leaves the previous one in place.
    if (isTaken || jar.last.get(key)?.use.direction !== 'set') jar.last.set(key, opened);
    if (because === 'taken-away') jar.cookies.delete(key);
    else if (isTaken) jar.cookies.set(key, cookie);
    return opened;
  });
}

function open(
  use: Omit<CookieUse, 'hop' | 'stored' | 'header'> & Partial<Pick<CookieUse, 'header'>>,
  key: string | null = null,
  value: string | null = null,
  isOfStore = false,
): OpenUse {
  return { use: { header: null, ...use, stored: null }, key, value, isOfStore };
}
