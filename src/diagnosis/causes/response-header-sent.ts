import type { Cause } from '../cause';
import { missingLines, missingNames } from '../missing-names';

/** The page sends response headers of CORS with its request, where they do nothing but cause a preflight. */
export const responseHeaderSent: Cause = {
  actor: 'front-end',
  match(context) {
    const names = missingNames(context).filter((name) => /^access-control-(allow|expose|max)-/.test(name));
    if (names.length === 0) return null;
    return {
      confidence: 'certain',
      evidence: missingLines(context, names),
      values: { names: names.join(', ') },
    };
  },
};
