import { type CookieRules, cookieRules, type IsSameSite, type LocatedTrace, originOf } from '../engine';
import { type CookieSight, cookieSights } from '../exchange/cookie-jar';
import { responseTypeOf } from '../exchange/describe';
import type { Verdict } from '../exchange/judge';
import { readableResponse } from '../exchange/response-checks';
import { type Surroundings, type SurroundingsOf, surroundingsIn } from '../exchange/surroundings';
import type { Language } from '../prose';
import { reasonsProseFor } from '../prose/reasons-prose';
import type { ExchangeFacts } from '../protocol/facts';
import type { ReportExchange } from './model';
import type { ReportSource } from './report';

/** What is known of an exchange by the others of its recording. */
export interface Together {
  readonly surroundingsOf: SurroundingsOf;
  readonly cookies: ReadonlyMap<string, readonly CookieSight[]>;
  readonly isSameSite: IsSameSite;
}

/** What the exchanges of a recording say of each other. */
export function together(source: ReportSource): Together {
  const { exchanges, page, browser, relationOf, registrableDomain } = source;
  const rules = cookieRules[browser.name];
  const isSameSite: IsSameSite = (a, b) => relationOf(a, b) !== 'cross-site';
  const surroundingsOf = surroundingsIn(
    exchanges.map(({ facts }) => facts),
    page.frames,
  );
  const cookies = cookieSights(exchanges, {
    rules,
    isSameSite: (facts, url) => isOfSameSite(facts, url, surroundingsOf(facts), rules, isSameSite),
    isPublicSuffix: (domain) => registrableDomain(domain) === null,
  });
  return { surroundingsOf, cookies, isSameSite };
}

/** Whether a request's page, and all pages around it, are of a URL's site; null where one is not known. */
function isOfSameSite(
  { origin, type }: ExchangeFacts,
  url: string,
  { ancestors }: Surroundings,
  { isSchemeful }: CookieRules,
  isSameSite: IsSameSite,
): boolean | null {
  // Nobody asked for what a person typed: it is its own site's.
  if (origin === null) return true;
  const anyScheme = (each: string) => (isSchemeful ? each : each.replace(/^\w+:/, 'https:'));
  const target = anyScheme(originOf(url.replace(/^ws/, 'http')));
  const isOf = (each: string) => isSameSite(anyScheme(each), target);
  if (!isOf(origin)) return false;
  if (type === 'main_frame') return true;
  return ancestors?.every(isOf) ?? null;
}

/** What script may read of a response, and why it may not read the rest. */
export function readingOf(
  facts: ExchangeFacts,
  verdict: Verdict,
  language: Language,
): Pick<ReportExchange, 'responseType' | 'readableHeaders' | 'hiddenHeaders'> {
  const responseType = responseTypeOf(verdict);
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
  return sights.map((sight) => ({ ...sight, because: cookies[sight.because] }));
}
