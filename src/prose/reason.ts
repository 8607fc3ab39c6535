import type { CauseCode } from '../diagnosis/causes';
import type { Candidate, Verdict } from '../exchange/verdict/verdict';
import { causeProse } from './causes';
import { type Language, proseFor } from './languages';

/** Why, in few words, for a row; empty if there is nothing to say. */
export function reasonOf(verdict: Verdict, cause: CauseCode | null, language: Language): string {
  const prose = proseFor(language);
  if (cause !== null) return causeProse.in(language)[cause].reason;
  const candidates = distinctCandidates(verdict);
  if (candidates.length > 0) {
    const reasons = candidates.map((candidate) => candidateText(candidate, language));
    return prose.or([...new Set(reasons)]);
  }
  const [finding] = verdict.findings;
  if (finding) return prose.findings[finding.code].reason;
  return isRefusedPreflight(verdict) ? prose.preflightRefused : '';
}

/** The candidates that differ; none where one alone fits, whatever words a browser has for it. */
export function distinctCandidates({ candidates }: Pick<Verdict, 'candidates'>): readonly Candidate[] {
  const distinct = [...new Set(candidates)];
  return distinct.length > 1 ? distinct : [];
}

/** One of several codes that fit, in few words. */
function candidateText(candidate: Candidate, language: Language): string {
  const prose = proseFor(language);
  return candidate === 'none' ? prose.nothingWrong : prose.findings[candidate].reason;
}

function isRefusedPreflight({ requestClass, outcome }: Verdict): boolean {
  return requestClass === 'preflight' && outcome === 'blocked';
}
