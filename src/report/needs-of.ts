import { type BrowserName, browserRules } from '../engine';
import type { Verdict } from '../exchange/verdict/judge';
import { type Need, needs } from '../remedy/needs';

/** The header changes that a blocked exchange needs; none for what no header can mend. */
export function needsOf(verdict: Verdict, { name }: { readonly name: BrowserName }): readonly Need[] {
  const isRefused = verdict.outcome === 'blocked' || verdict.outcome === 'unknown';
  return isRefused && verdict.class !== 'preflight' ? needs(verdict.exchange, browserRules[name]) : [];
}
