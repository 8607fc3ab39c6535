import type { Cause } from '../cause';
import { corsLines, headerLines, isNginx, maskedAnswer, siblingWithCors, statusLine } from '../evidence';

/** A gateway answers for a server that does not, without its CORS headers. */
export const gatewayError: Cause = {
  actor: 'proxy',
  covers: ['error-without-cors'],
  match(context) {
    const answer = maskedAnswer(context);
    if (!answer || answer.status < 502 || answer.status > 504) return null;
    // nginx answers 502 or 504 then. Its 503 is that of a limit, or of the application.
    if (answer.status === 503 && isNginx(answer)) return null;
    const sibling = siblingWithCors(context);
    return {
      confidence: sibling ? 'certain' : 'likely',
      evidence: [statusLine(answer), ...headerLines(answer, ['Server', 'Via']), ...corsLines(sibling)],
    };
  },
};
