import type { IsSameSite, LocatedTrace } from '../engine';
import { attributesOf } from '../exchange/explained/cookie-attributes';
import { cookieContext } from '../exchange/explained/cookie-context';
import { type CookieSight, cookieSights } from '../exchange/explained/cookie-jar';
import { responseTypeOf } from '../exchange/explained/describe';
import { readableResponse } from '../exchange/explained/response-checks';
import { type SurroundingsOf, surroundingsIn } from '../exchange/explained/surroundings';
import type { Verdict } from '../exchange/verdict/judge';
import type { Language } from '../prose';
import { reasonsProseFor } from '../prose/reasons-prose';
import type { ExchangeFacts } from '../protocol/facts';
import type { PageEventFacts } from '../protocol/page-events';
import type { ReportExchange } from './model';
import type { ReportSource } from './report';

/** What is known of an exchange by the others of its recording. */
export interface Together {
  readonly surroundingsOf: SurroundingsOf;
  readonly cookies: ReadonlyMap<string, readonly CookieSight[]>;
  readonly isSameSite: IsSameSite;
  /** What the page's world told of scripts. */
  readonly scripts: readonly PageEventFacts[];
}

/** What the exchanges of a recording say of each other. */
export function together(source: ReportSource): Together {
  const { exchanges, page, browser, relationOf, registrableDomain, keptCookies, pageEvents, heardIn } =
    source;
  const isSameSite: IsSameSite = (a, b) => relationOf(a, b) !== 'cross-site';
  const surroundingsOf = surroundingsIn(
    exchanges.map(({ facts }) => facts),
    page.frames,
  );
  const sites = { relationOf, registrableDomain };
  const cookies = cookieSights(exchanges, cookieContext(browser.name, sites, surroundingsOf, keptCookies));
  const scripts = (heardIn ?? pageEvents).filter(({ kind }) => kind === 'jsonp');
  return { surroundingsOf, cookies, isSameSite, scripts };
}

/** What script may read of a response, and why it may not read the rest. */
export function readingOf(
  facts: ExchangeFacts,
  verdict: Verdict,
  language: Language,
): Pick<ReportExchange, 'responseType' | 'readableHeaders' | 'hiddenHeaders'> {
  const responseType = responseTypeOf(facts, verdict);
  const filtered = readableResponse(facts, verdict);
  if (!filtered) return { responseType, readableHeaders: null, hiddenHeaders: [] };
  const { hidden } = reasonsProseFor(language);
  return {
    responseType,
    readableHeaders: filtered.readable,
    hiddenHeaders: filtered.hidden.map(({ name, because }) => ({ name, because: hidden[because] })),
  };
}

/** Whether the page sees in detail how long it took, by the checks that were walked. */
export function timingOf(computed: readonly LocatedTrace[]): ReportExchange['timing'] {
  const check = computed.find(({ trace }) => trace.section === 'taoCheck');
  return check ? (check.trace.result === 'timing shown' ? 'shown' : 'hidden') : null;
}

/** What became of a request's cookies, in words. */
export function toCookies(sights: readonly CookieSight[], language: Language): ReportExchange['cookies'] {
  const { cookies } = reasonsProseFor(language);
  return sights.map(({ hop, name, direction, because, basis, cookie, kept, otherwise }) => ({
    hop,
    name,
    direction,
    because: cookies[because],
    basis,
    attributes: cookie && attributesOf(cookie),
    kept,
    otherBrowser: otherwise && cookies[otherwise],
  }));
}
