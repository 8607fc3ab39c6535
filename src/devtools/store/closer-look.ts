import { type BrowserName, isDomainMatch, type LocatedTrace, parseUrl } from '../../engine';
import { cookieContext, type Sites } from '../../exchange/explained/cookie-context';
import { type CookieSight, cookieSights } from '../../exchange/explained/cookie-jar';
import { responseChecks } from '../../exchange/explained/response-checks';
import { surroundingsIn } from '../../exchange/explained/surroundings';
import type { Verdict } from '../../exchange/verdict/judge';
import type { KeptCookies } from '../../protocol/cookies';
import type { ExchangeFacts, FrameFacts } from '../../protocol/facts';
import type { Entry } from '../../recording/log/entries';
import type { Row } from './store';

/** What the rest of a recording tells of one request. */
export interface CloserLook {
  /** The checks that come after the CORS check. */
  readonly checks: readonly LocatedTrace[];
  readonly cookies: readonly CookieSight[];
}

/** A recording, as far as a closer look at one of its requests needs it. */
export interface Recorded {
  readonly entries: readonly Entry[];
  readonly frames: readonly FrameFacts[];
  readonly browser: BrowserName;
  readonly sites: Sites;
  /** What the browser keeps of cookies now; null where it was not asked. */
  readonly kept: KeptCookies | null;
  rowOf(id: string): Row | null;
}

/** Looks closer at one request. */
export function closerLook(
  facts: ExchangeFacts,
  verdict: Verdict,
  { entries, frames, browser, sites, kept, rowOf }: Recorded,
): CloserLook {
  const documents = entries.flatMap(({ facts: other }) =>
    /^(main|sub)_frame$/.test(other.type) ? other : [],
  );
  const surroundingsOf = surroundingsIn(documents, frames);
  const isSameSite = (a: string, b: string) => sites.relationOf(a, b) !== 'cross-site';
  const hosts = hostsOf(facts);
  const setters = entries.flatMap(({ facts: other }) => {
    if (other.id === facts.id || !setsCookies(other) || !isNear(hosts, hostsOf(other))) return [];
    const row = rowOf(other.id);
    return row ? [{ facts: other, verdict: row.verdict }] : [];
  });
  const context = cookieContext(browser, sites, surroundingsOf, kept);
  return {
    checks: responseChecks(facts, verdict, surroundingsOf(facts), isSameSite),
    cookies: cookieSights([...setters, { facts, verdict }], context).get(facts.id) ?? [],
  };
}

const setting = new WeakMap<ExchangeFacts, boolean>();

/** Whether a response of an exchange sets a cookie; found out once. */
function setsCookies(facts: ExchangeFacts): boolean {
  const known = setting.get(facts);
  if (known !== undefined) return known;
  const sets = facts.hops.some(
    ({ responseHeaders }) => responseHeaders?.some(([name]) => /^set-cookie$/i.test(name)) ?? false,
  );
  setting.set(facts, sets);
  return sets;
}

function hostsOf({ hops }: ExchangeFacts): readonly string[] {
  return hops.flatMap(({ url }) => parseUrl(url)?.hostname ?? []);
}

/** Whether one's cookies can be another's: their hosts share a name above them. */
function isNear(hosts: readonly string[], others: readonly string[]): boolean {
  const above = (host: string) => host.split('.').slice(-2).join('.');
  return hosts.some((host) =>
    others.some((other) => isDomainMatch(other, host) || above(other) === above(host)),
  );
}
