import type { Cause } from '../cause';
import { answersOf, headerLine } from '../evidence';

/** `*` in Access-Control-Allow-Headers does not include Authorization, although today's browsers accept it. */
export const wildcardWithoutAuthorization: Cause = {
  actor: 'api',
  match({ subject, lookup }) {
    const warning = subject.verdict.findings.find(({ code }) => code === 'authorization-wildcard');
    const id = warning && subject.facts.hops[warning.hop]?.preflight;
    const facts = id == null ? undefined : lookup(id);
    const answer = facts && answersOf({ facts, verdict: subject.verdict }).at(-1);
    if (!answer) return null;
    return { confidence: 'possible', evidence: [headerLine(answer, 'Access-Control-Allow-Headers')] };
  },
};
