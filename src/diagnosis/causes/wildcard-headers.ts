import type { Cause } from '../cause';
import { header } from '../evidence';
import { missingLines, missingNames } from '../missing-names';

/** `*` in Access-Control-Allow-Headers is a name of its own for requests with credentials. */
export const wildcardHeaders: Cause = {
  actor: 'api',
  match(context) {
    const names = missingNames(context);
    const { answer, subject } = context;
    const isWildcard = answer && header(answer, 'Access-Control-Allow-Headers')?.trim() === '*';
    if (names.length === 0 || !isWildcard || subject.verdict.credentialsMode.value !== 'include') return null;
    return {
      confidence: 'certain',
      evidence: missingLines(context, names),
      values: { names: names.join(', ') },
    };
  },
};
