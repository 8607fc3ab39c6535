import type { Cause } from '../cause';
import { eventsIn } from '../document-events';
import { answersOf, headerLine } from '../evidence';

/** The browser ignored an assignment of document.domain, because the origin has its own agent cluster. */
export const originKeyedDocumentDomain: Cause = {
  actor: 'api',
  match(context) {
    const ignored = eventsIn('document-domain', context).find(
      ({ value, before, after, errorName, isOriginKeyed }) =>
        isOriginKeyed === true &&
        errorName === null &&
        value !== null &&
        value.toLowerCase() !== before &&
        after === before,
    );
    const answer = answersOf(context.subject).at(-1);
    if (!ignored || !answer) return null;
    return {
      confidence: 'certain',
      evidence: [headerLine(answer, 'Origin-Agent-Cluster')],
      values: { domain: ignored.value ?? '' },
    };
  },
};
