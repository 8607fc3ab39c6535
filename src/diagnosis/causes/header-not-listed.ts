import type { Cause } from '../cause';
import { missingLines, missingNames } from '../missing-names';

/** The list of headers of the server's CORS configuration lacks one that the page itself sends. */
export const headerNotListed: Cause = {
  actor: 'api',
  match(context) {
    const names = missingNames(context);
    if (names.length === 0) return null;
    return {
      confidence: 'likely',
      evidence: missingLines(context, names),
      values: { names: names.join(', ') },
    };
  },
};
