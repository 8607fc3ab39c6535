import type { BrowserName } from '../../engine';
import type { Lookup } from '../../exchange/verdict/infer-request';
import { judge } from '../../exchange/verdict/judge';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts } from '../../protocol/facts';

interface Memo {
  readonly browser: BrowserName;
  readonly with: readonly (ExchangeFacts | undefined)[];
  readonly verdict: Verdict;
}

/**
 * Returns `judge` with a cache: it runs once for each state of an exchange's facts and of those judged with
 * it.
 */
export function openJudgements(lookup: Lookup): (facts: ExchangeFacts, browser: BrowserName) => Verdict {
  const memos = new WeakMap<ExchangeFacts, Memo>();
  return (facts, browser) => {
    const related = [...facts.hops.map(({ preflight }) => preflight), facts.preflightFor?.exchange ?? null];
    const others = related.map((id) => (id === null ? undefined : lookup(id)));
    const memo = memos.get(facts);
    if (memo?.browser === browser && memo.with.every((other, index) => other === others[index])) {
      return memo.verdict;
    }
    const verdict = judge(facts, browser, lookup);
    memos.set(facts, { browser, with: others, verdict });
    return verdict;
  };
}
