import type { Cause } from '../cause';
import { headerLines, isExpressErrorPage, maskedAnswer, siblingWithCors, statusLine } from '../evidence';

/** The list of origins of Express's CORS middleware throws an error for an origin that is not in it. */
export const refusedOriginThrows: Cause = {
  actor: 'api',
  match(context) {
    const answer = context.isPreflight ? maskedAnswer(context) : null;
    if (answer?.status !== 500 || siblingWithCors(context, () => true)) return null;
    if (!isExpressErrorPage(answer)) return null;
    return {
      // Express answers so whatever it is that throws.
      confidence: 'possible',
      evidence: [statusLine(answer), ...headerLines(answer, ['X-Powered-By', 'Content-Security-Policy'])],
    };
  },
};
