import type { Cause } from '../cause';
import { corsLines, headerLine, maskedAnswer, siblingWithCors, statusLine } from '../evidence';

/** The path that makes an error response does not add the CORS headers that other responses have. */
export const errorWithoutCors: Cause = {
  actor: 'api',
  match(context) {
    const answer = context.isPreflight ? null : maskedAnswer(context);
    if (!answer || answer.status < 400) return null;
    const sibling = siblingWithCors(context);
    if (!sibling) return null;
    return {
      confidence: 'likely',
      evidence: [
        statusLine(answer),
        headerLine(answer, 'Access-Control-Allow-Origin'),
        ...corsLines(sibling),
      ],
    };
  },
};
