import type { Cause } from '../cause';
import { missingLines, missingNames } from '../missing-names';

/** Headers that browser extensions are known to add. */
const ofExtensions = /^(x-rq-[\w-]+|x-requestly[\w-]*|x-modheader[\w-]*)$/;

/** A browser extension adds a header to the page's requests. */
export const extensionHeader: Cause = {
  actor: 'browser-extension',
  match(context) {
    const names = missingNames(context).filter((name) => ofExtensions.test(name));
    if (names.length === 0) return null;
    return {
      confidence: 'likely',
      evidence: missingLines(context, names),
      values: { names: names.join(', ') },
    };
  },
};
