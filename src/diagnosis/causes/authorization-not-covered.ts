import type { Cause } from '../cause';
import { header } from '../evidence';
import { missingLines, missingNames } from '../missing-names';

/** `*` in Access-Control-Allow-Headers never covers Authorization. */
export const authorizationNotCovered: Cause = {
  actor: 'api',
  match(context) {
    const { answer, subject } = context;
    const isWildcard =
      answer &&
      (header(answer, 'Access-Control-Allow-Headers') ?? '').split(',').some((name) => name.trim() === '*');
    if (missingNames(context).join() !== 'authorization' || !isWildcard) return null;
    if (subject.verdict.credentialsMode.value === 'include') return null;
    return { confidence: 'certain', evidence: missingLines(context, ['authorization']) };
  },
};
