import type { Cause } from '../cause';
import {
  corsLines,
  headerLine,
  isOk,
  isSamePath,
  maskedAnswer,
  siblingWithCors,
  statusLine,
} from '../evidence';

/** Other routes of the server have the CORS headers, this one does not: it is outside of that layer. */
export const routeWithoutCors: Cause = {
  actor: 'api',
  match(context) {
    const answer = maskedAnswer(context);
    if (!answer || !isOk(answer.status) || answer.request.fromCache === true) return null;
    const sibling = siblingWithCors(context, (other) => !isSamePath(other.request, answer.request));
    const isElsewhere =
      siblingWithCors(context, (other) => isSamePath(other.request, answer.request)) === null;
    if (!sibling || !isElsewhere) return null;
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
