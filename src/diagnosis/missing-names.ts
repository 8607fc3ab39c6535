import type { CauseEvidence } from './cause';
import type { DiagnosisContext } from './context';
import { header, headerLine } from './evidence';

/** The header names that a preflight did not allow, in lower case; empty if that is not the problem. */
export function missingNames({ finding, answer, subject }: DiagnosisContext): readonly string[] {
  // Starlette's CORS layer answers such a preflight with 400 and CORS headers.
  const isRefused = finding?.code === 'preflight-status' && answer?.status === 400;
  const named =
    isRefused && header(answer, 'Access-Control-Allow-Origin') ? subject.verdict.findings : [finding];
  const missing = named.find((one) => one?.code === 'preflight-header-not-allowed');
  return (missing?.evidence.missingNames ?? '')
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
