import type { CauseEvidence } from './cause';
import type { Answer, DiagnosisContext } from './context';
import { answersOf, redirectLine, statusLine } from './evidence';
import { type RedirectChange, redirectChange } from './redirects';

/** A redirect that a failure came from. */
export interface RedirectedAnswer {
  readonly answer: Answer;
  readonly change: RedirectChange;
  readonly evidence: readonly CauseEvidence[];
}

/**
 * Returns the redirect of the preflight, or the one before the hop where a request failed; null if the failure did not
 * come from a redirect.
 */
export function redirectedAnswer({
  subject,
  finding,
  answer,
  isPreflight,
}: DiagnosisContext): RedirectedAnswer | null {
  if (!finding) return null;
  const redirecting = isPreflight ? answer : redirectBefore(answersOf(subject), finding.hop);
  const redirect = redirecting && redirectLine(redirecting);
  if (!redirecting || redirect?.kind !== 'redirect') return null;
  const change = redirectChange(redirecting.request.url, redirect.to);
  return change && { answer: redirecting, change, evidence: [statusLine(redirecting), redirect] };
}

/** The response of the hop itself, if it is a redirect that was refused; otherwise that of the hop before it. */
function redirectBefore(answers: readonly Answer[], hop: number): Answer | null {
  const own = answers.find((answer) => answer.hop === hop && redirectLine(answer) !== null);
  return own ?? answers.find((answer) => answer.hop === hop - 1) ?? null;
}
