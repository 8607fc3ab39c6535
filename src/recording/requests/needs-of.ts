import { type BrowserName, browserRules } from '../../engine';
import type { Verdict } from '../../exchange/verdict/verdict';
import { type Need, needs } from '../../remedy/needs';

/** Returns the header changes that a blocked exchange needs; empty if no header can let it pass. */
export function needsOf(verdict: Verdict, browser: BrowserName): readonly Need[] {
  const isRefused = verdict.outcome === 'blocked' || verdict.outcome === 'unknown';
  return isRefused && verdict.requestClass !== 'preflight'
    ? needs(verdict.exchange, browserRules[browser])
    : [];
}
