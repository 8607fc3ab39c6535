import type { Cause } from '../cause';
import { corsLines, headerLines, maskedAnswer, siblingWithCors, statusLine } from '../evidence';

/** The server has no route or handler for OPTIONS. */
export const noOptionsRoute: Cause = {
  actor: 'api',
  match(context) {
    const answer = context.isPreflight ? maskedAnswer(context) : null;
    if (!answer || ![404, 405, 501].includes(answer.status)) return null;
    return {
      confidence: answer.status === 404 ? 'likely' : 'certain',
      evidence: [
        statusLine(answer),
        ...headerLines(answer, ['Allow']),
        ...corsLines(siblingWithCors(context)),
      ],
    };
  },
};
