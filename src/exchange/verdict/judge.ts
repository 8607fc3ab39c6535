import type { BrowserName } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import { inWords } from './browser-words';
import type { Lookup } from './infer-request';
import { judgeWith } from './judge-with';
import { neverSeenFate } from './no-request-reason';
import type { Verdict } from './verdict';

export type { Assumption, AssumptionCode, Verdict } from './verdict';

/**
 * What a browser made of an exchange, by the facts seen so far: class, outcome, basis, findings, and the
 * candidates where several fit. Pure; run whenever a fact joins.
 */
export function judge(facts: ExchangeFacts, browser: BrowserName, lookup: Lookup): Verdict {
  return judgeWith({ inWords, whyUnseen: neverSeenFate }, facts, browser, lookup);
}
