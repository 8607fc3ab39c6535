import type { BrowserName } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import type { Lookup } from './infer-request';
import { judgeWith } from './judge-with';
import type { Heard, Verdict } from './verdict';

const nothing: Heard = {
  inWords: (_, { candidates }) => ({
    candidates,
    browserReason: null,
    browserReasonCandidates: [],
    browserSays: [],
  }),
  whyUnseen: null,
};

/** A row's first two cells, by the facts seen so far: what the background tells, which has no use for words. */
export function outcomeOf(
  facts: ExchangeFacts,
  browser: BrowserName,
  lookup: Lookup,
): Pick<Verdict, 'class' | 'outcome'> {
  const { class: word, outcome } = judgeWith(nothing, facts, browser, lookup);
  return { class: word, outcome };
}
