import type { CauseEvidence } from './cause';
import type { DiagnosisContext } from './context';
import { headerLine } from './evidence';

/** The header names that a preflight did not allow, in lower case; empty if that is not the problem. */
export function missingNames({ finding }: DiagnosisContext): readonly string[] {
  if (finding?.code !== 'preflight-header-not-allowed') return [];
  return (finding.evidence.missingNames ?? '')
    .toLowerCase()
    .split(',')
    .filter((name) => name !== '');
}

/** Quotes what a preflight allows, and the names that it should have. */
export function missingLines(
  { answer, subject }: DiagnosisContext,
  names: readonly string[],
): readonly CauseEvidence[] {
  const allowed = answer ? [headerLine(answer, 'Access-Control-Allow-Headers')] : [];
  return [
    ...allowed,
    {
      exchange: answer?.exchange ?? subject.facts.id,
      hop: answer?.hop ?? 0,
      kind: 'header',
      on: 'request',
      name: 'Access-Control-Request-Headers',
      value: names.join(','),
    },
  ];
}
