import { type BrowserName, embedderPolicyOf, getHeader, type IsSameSite } from '../../engine';
import type { Sites } from '../../exchange/explained/cookie-context';
import { type LaterChecks, withLaterChecks } from '../../exchange/explained/later-checks';
import { surroundingsIn } from '../../exchange/explained/surroundings';
import { isEndNotShown } from '../../exchange/facts/facts';
import type { Lookup } from '../../exchange/verdict/infer-request';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts, FrameFacts } from '../../protocol/facts';
import { openJudgements } from '../log/judgements';

/** What verdicts on a whole recording need. */
export interface VerdictContext {
  readonly browser: BrowserName;
  readonly exchanges: readonly ExchangeFacts[];
  readonly frames: readonly FrameFacts[];
  readonly sites: Sites;
  readonly lookup: Lookup;
}

/**
 * Returns a function that judges the exchanges of a recording. Where a file does not show how an exchange ended, the
 * checks after the CORS check count too.
 */
export function openVerdicts({
  browser,
  exchanges,
  frames,
  sites,
  lookup,
}: VerdictContext): (facts: ExchangeFacts) => Verdict {
  const judged = openJudgements(lookup);
  const isSameSite: IsSameSite = (a, b) => sites.relationOf(a, b) !== 'cross-site';
  const surroundingsOf = surroundingsIn(exchanges, frames);
  let demands: LaterChecks['demands'] | null = null;
  return (facts) => {
    const verdict = judged(facts, browser);
    if (!isEndNotShown(facts)) return verdict;
    const surroundings = surroundingsOf(facts);
    demands ??= demandsIn(exchanges);
    return withLaterChecks(verdict, { facts, surroundings, isSameSite, demands }, browser);
  };
}

/** Returns what the documents of a file demand. */
function demandsIn(exchanges: readonly ExchangeFacts[]): LaterChecks['demands'] {
  const responses = exchanges.flatMap(({ kind, hops }) =>
    kind === 'document' || kind === 'frame' ? (hops.at(-1)?.response ?? []) : [],
  );
  return {
    isolation: responses.some((response) => embedderPolicyOf(response, true).value !== 'unsafe-none'),
    integrity: responses.some(({ headerList }) => getHeader(headerList, 'Integrity-Policy') !== null),
  };
}
