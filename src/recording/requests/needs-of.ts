import {
  type BrowserName,
  browserRules,
  cookieRules,
  type IsSameSite,
  type LocatedTrace,
} from '../../engine';
import { type CookieContext, cookieRequestOf } from '../../exchange/explained/cookie-jar';
import type { CookieUse } from '../../exchange/explained/cookie-use';
import { embeddedLoadOf, readableResponse } from '../../exchange/explained/response-checks';
import type { Surroundings } from '../../exchange/explained/surroundings';
import { lastHop } from '../../exchange/facts/facts';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts } from '../../protocol/facts';
import { cookieNeed, storableCookie } from '../../remedy/cookie-needs';
import { embeddingNeeds } from '../../remedy/embedding-needs';
import type { Need } from '../../remedy/need';
import { needs } from '../../remedy/needs';
import { readingNeeds } from '../../remedy/reading-needs';

/** Returns the header changes that a blocked exchange needs; empty if no header can let it pass. */
export function needsOf(verdict: Verdict, browser: BrowserName): readonly Need[] {
  const isRefused = verdict.outcome === 'blocked' || verdict.outcome === 'unknown';
  return isRefused && verdict.requestClass !== 'preflight'
    ? needs(verdict.exchange, browserRules[browser])
    : [];
}

/** Returns the headers with which a page could embed a response that it was denied. */
export function embeddingNeedsOf(
  facts: ExchangeFacts,
  verdict: Verdict,
  checks: readonly LocatedTrace[],
  surroundings: Surroundings,
  isSameSite: IsSameSite,
): readonly Need[] {
  if (verdict.outcome !== 'blocked' && verdict.outcome !== 'unknown') return [];
  const codes = [...verdict.findings.map(({ code }) => code), ...verdict.candidates].filter(
    (code) => code !== 'none',
  );
  const failed = checks.filter(({ trace }) => trace.finding !== null && codes.includes(trace.finding));
  const hops = failed.length > 0 ? failed.map(({ hop }) => hop) : [facts.hops.length - 1];
  return [...new Set(hops)].flatMap((hop) => {
    const response = facts.hops[hop]?.response;
    if (!response) return [];
    const { embedder, ancestors } = surroundings;
    const load = embeddedLoadOf(facts, verdict, hop, surroundings);
    const around = { embedder, ancestors: facts.ancestors ?? ancestors };
    return embeddingNeeds({ hop, load, response, ...around }, codes, isSameSite);
  });
}

/** Returns the header with which script can read what is hidden from it now. */
export function readingNeedsOf(facts: ExchangeFacts, verdict: Verdict): readonly Need[] {
  const readable = readableResponse(facts, verdict);
  const { response } = lastHop(facts);
  if (readable?.trace.result !== 'cors' || !response) return [];
  const { credentialsMode, redirectMode } = verdict.exchange;
  const request = { credentialsMode, redirectMode, responseTainting: 'cors' } as const;
  return readingNeeds(request, facts.hops.length - 1, response, readable);
}

/** Returns the Set-Cookie headers with which the browser stores the cookies that it rejected. */
export function cookieNeedsOf(
  facts: ExchangeFacts,
  verdict: Verdict,
  uses: readonly CookieUse[],
  context: CookieContext,
  browser: BrowserName,
): readonly Need[] {
  return uses.flatMap(({ direction, header, hop }) => {
    if (direction !== 'refused' || header === null) return [];
    const request = cookieRequestOf({ facts, verdict }, hop, context);
    const required = storableCookie(header, request, cookieRules[browser]);
    return required === null ? [] : [cookieNeed(hop, header, required)];
  });
}
