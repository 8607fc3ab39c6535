import type { FindingCode } from '../engine';
import type { Actor, Cause } from './cause';
import { statusLine } from './evidence';

/** A cause that the browser's own reason names: one of these findings, whatever else was recorded. */
export function endedBy(actor: Actor, findings: readonly FindingCode[]): Cause {
  return {
    actor,
    match({ subject, finding, answer }) {
      if (!finding || !findings.includes(finding.code)) return null;
      const { error } = subject.verdict;
      const { hop } = finding;
      return {
        confidence: 'certain',
        evidence: [
          ...(answer ? [statusLine(answer)] : []),
          ...(error === null ? [] : [{ exchange: subject.facts.id, hop, kind: 'error', error } as const]),
        ],
      };
    },
  };
}
