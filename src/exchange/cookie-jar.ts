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
  type SendBecause,
  type SetBecause,
  sendCookie,
  setCookie,
} from '../engine';
import type { ExchangeFacts, HopFacts } from '../protocol/facts';
import type { Basis } from './infer-request';
import type { Verdict } from './judge';

/** Why a cookie went, or did not; `in-the-header`: it was seen, `kept-back`: against the rules it was not. */
export type CookieBecause = SetBecause | SendBecause | 'in-the-header' | 'kept-back';

/** What became of one cookie on one hop of a request. */
export interface CookieSight {
  readonly hop: number;
  readonly name: string;
  readonly direction: 'sent' | 'not-sent' | 'set' | 'refused';
  readonly because: CookieBecause;
  readonly basis: Basis;
}

/** An exchange, and what was made of it. */
export interface JudgedFacts {
  readonly facts: ExchangeFacts;
  readonly verdict: Verdict;
}

/** What the jar has to be told, for it needs the public suffix list and the frames. */
export interface CookieContext {
  readonly rules: CookieRules;
  /** Whether the pages around a request are of that URL's site; null where that is not known. */
  isSameSite(facts: ExchangeFacts, url: string): boolean | null;
  isPublicSuffix(domain: string): boolean;
}

interface Moment {
  readonly atMs: number;
  readonly is: 'sent' | 'answered';
  readonly judged: JudgedFacts;
  readonly hop: number;
}

/**
 * What became of the cookies of each request, by its id. The jar is filled by the responses of the recording
 * alone: cookies of before, and those that scripts set, are only seen where they go out.
 */
export function cookieSights(
  all: readonly JudgedFacts[],
  context: CookieContext,
): ReadonlyMap<string, readonly CookieSight[]> {
  const jar = new Map<string, Cookie>();
  const sights = new Map<string, CookieSight[]>();
  for (const moment of all.flatMap(momentsOf).sort((a, b) => a.atMs - b.atMs)) {
    const { facts } = moment.judged;
    const hop = facts.hops[moment.hop] as HopFacts;
    const request = requestOf(moment, hop, context);
    const seen =
      moment.is === 'sent' ? sentWith(hop, request, jar, context) : setBy(hop, request, jar, context);
    const known = sights.get(facts.id) ?? [];
    sights.set(facts.id, [...known, ...seen.map((sight) => ({ hop: moment.hop, ...sight }))]);
  }
  return sights;
}

/** When the hops of an exchange went out and were answered. A preflight carries no cookies, and sets none. */
function momentsOf(judged: JudgedFacts): readonly Moment[] {
  if (judged.verdict.class === 'preflight') return [];
  return judged.facts.hops.flatMap((hop, index): Moment[] => [
    { atMs: hop.sentAtMs ?? hop.startedAtMs, is: 'sent', judged, hop: index },
    { atMs: hop.headersAtMs ?? hop.startedAtMs, is: 'answered', judged, hop: index },
  ]);
}

function requestOf(
  { judged, atMs, hop: index }: Moment,
  hop: HopFacts,
  context: CookieContext,
): CookieRequest {
  const { facts } = judged;
  return {
    url: hop.url,
    atMs,
    includesCredentials: includesCredentials(judged, index),
    isSameSite: context.isSameSite(facts, hop.url),
    isTopLevel: facts.type === 'main_frame',
    method: hop.method,
    isPublicSuffix: context.isPublicSuffix,
  };
}

/** @see https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch */
function includesCredentials({ facts, verdict }: JudgedFacts, index: number): boolean {
  if (verdict.credentialsMode.value === 'include') return true;
  if (verdict.credentialsMode.value === 'omit') return false;
  // "same-origin" includes them as long as no hop has left the request's own origin.
  return facts.hops
    .slice(0, index + 1)
    .every(({ url }) => isSameOrigin(originOf(url), facts.origin ?? 'null'));
}

type Seen = Omit<CookieSight, 'hop'>;

function sentWith(
  { requestHeaders, url }: HopFacts,
  request: CookieRequest,
  jar: ReadonlyMap<string, Cookie>,
  { rules }: CookieContext,
): readonly Seen[] {
  if (requestHeaders === null) return [];
  const names = cookieNames(getHeader(requestHeaders, 'Cookie') ?? '');
  const host = parseUrl(url)?.hostname ?? '';
  const near = [...jar.values()].filter(
    ({ name, domain }) =>
      !names.includes(name) && (isDomainMatch(host, domain) || isDomainMatch(domain, host)),
  );
  const sent = names.map(
    (name): Seen => ({ name, direction: 'sent', because: 'in-the-header', basis: 'observed' }),
  );
  const stayed = near.map((cookie): Seen => {
    const { isSent, because } = sendCookie(cookie, request, rules);
    const { name } = cookie;
    return isSent
      ? { name, direction: 'not-sent', because: 'kept-back', basis: 'observed' }
      : { name, direction: 'not-sent', because, basis: 'computed' };
  });
  return [...sent, ...stayed];
}

function setBy(
  { responseHeaders }: HopFacts,
  request: CookieRequest,
  jar: Map<string, Cookie>,
  { rules }: CookieContext,
): readonly Seen[] {
  const values = (responseHeaders ?? []).filter(([name]) => name.toLowerCase() === 'set-cookie');
  // Firefox shows several Set-Cookie headers as one, a line each.
  return values
    .flatMap(([, value]) => value.split('\n'))
    .map((value): Seen => {
      const parsed = parseSetCookie(value);
      const { cookie, because } = setCookie(parsed, request, rules);
      const name = parsed?.name ?? '';
      if (!cookie) return { name, direction: 'refused', because, basis: 'computed' };
      const key = `${cookie.name};${cookie.domain};${cookie.isHostOnly};${cookie.path}`;
      if (because === 'taken-away') jar.delete(key);
      else jar.set(key, cookie);
      return { name, direction: 'set', because, basis: 'computed' };
    });
}
