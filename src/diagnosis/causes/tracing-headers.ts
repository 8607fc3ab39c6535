import type { Cause } from '../cause';
import { missingLines, missingNames } from '../missing-names';
import { sdkOf } from '../sdk-headers';

/** A monitoring script of the page adds headers that the server does not allow. */
export const tracingHeaders: Cause = {
  actor: 'front-end',
  match(context) {
    const names = missingNames(context).filter((name) => sdkOf(name) !== null);
    if (names.length === 0) return null;
    return {
      confidence: 'certain',
      evidence: missingLines(context, names),
      values: { names: names.join(', ') },
    };
  },
};
