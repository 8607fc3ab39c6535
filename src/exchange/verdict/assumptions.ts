import type { CredentialsMode, RedirectMode } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import { isTimedAnswer } from '../facts/facts';
import type { Hypothesis, Sourced } from './infer-request';
import type { Assumption, Candidate, Verdict } from './verdict';
import type { Explained } from './verdict-of';

/** Returns a value that all remaining hypotheses share; inferred if the observed end excluded the others. */
export function settled<T>(
  kept: readonly Explained[],
  pick: (hypothesis: Hypothesis) => Sourced<T>,
  all: number,
): Sourced<T> {
  const [first, ...others] = kept.map(({ hypothesis }) => pick(hypothesis));
  if (!first) throw new Error('exchange: no hypothesis is left');
  const isShared = others.every(({ value }) => value === first.value);
  return first.basis === 'assumed' && isShared && kept.length < all
    ? { value: first.value, basis: 'inferred' }
    : first;
}

/**
 * Like `settled`, but only "include" can be inferred, because nothing distinguishes "omit" from
 * "same-origin".
 */
export function settledCredentialsMode(kept: readonly Explained[], all: number): Sourced<CredentialsMode> {
  const settledMode = settled(kept, ({ credentialsMode }) => credentialsMode, all);
  const [first] = kept;
  return settledMode.value === 'include' || !first ? settledMode : first.hypothesis.credentialsMode;
}

/** Returns the redirect mode of a request; null if it had to be assumed. */
export function knownRedirectMode({
  assumptions,
  exchange,
}: Pick<Verdict, 'assumptions' | 'exchange'>): RedirectMode | null {
  return assumptions.some(({ field }) => field === 'redirectMode') ? null : exchange.redirectMode;
}

/** Returns the values that the verdict had to assume, with the reason why each is not visible. */
export function assumptionsOf(
  { mode, credentialsMode }: Pick<Verdict, 'mode' | 'credentialsMode'>,
  kept: readonly Explained[],
  candidates: readonly Candidate[],
  facts: ExchangeFacts,
): readonly Assumption[] {
  const { page } = facts;
  if (isTimedAnswer(facts) && !page && facts.kind !== 'document') {
    return [{ field: 'method', because: 'answer-timed' }];
  }
  const isOfViolation = facts.requestId === '' && page !== null && page.call === null;
  const assumptions: Assumption[] = [];
  if (isOfViolation && facts.kind === 'other')
    assumptions.push({ field: 'method', because: 'method-not-visible' });
  if (mode.basis === 'assumed') assumptions.push({ field: 'mode', because: 'mode-not-visible' });
  if (credentialsMode.basis === 'assumed') {
    const isSure = kept.every(({ hypothesis }) => hypothesis.credentialsMode.value !== 'include');
    const because = isSure ? 'credentials-not-included' : 'credentials-not-visible';
    assumptions.push({ field: 'credentialsMode', because });
  }
  if (candidates.includes('redirect-mode-error')) {
    assumptions.push({ field: 'redirectMode', because: 'redirect-mode-not-visible' });
  }
  const [first] = assumptions;
  const isAmbiguous = page !== null && page.possible.length > 0;
  const isHidden = page?.call?.call.api === 'fetch';
  if (first && (isAmbiguous || isHidden)) {
    assumptions.push({ field: first.field, because: isAmbiguous ? 'call-ambiguous' : 'call-hides-it' });
  }
  return assumptions;
}
