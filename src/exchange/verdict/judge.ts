import type { BrowserName } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import { lastHop } from '../facts/facts';
import { browserMessages } from './browser-messages';
import { decisionOn } from './decision';
import type { Lookup } from './infer-request';
import type { Verdict } from './verdict';

/** Returns a browser's decision about an exchange according to the current facts, with its messages. Pure. */
export function judge(facts: ExchangeFacts, browser: BrowserName, lookup: Lookup): Verdict {
  const decision = decisionOn(facts, browser, lookup);
  const { preflight } = lastHop(facts);
  const preflightFacts = preflight === null ? undefined : lookup(preflight);
  return { ...decision, ...browserMessages(browser, decision, facts, preflightFacts) };
}
