import type { Cause } from '../cause';
import { corsLines, header, headerLines, isOk, maskedAnswer, siblingWithCors, statusLine } from '../evidence';

/** Authentication runs before CORS, and a preflight never has credentials. */
export const preflightAuthentication: Cause = {
  actor: 'api',
  match(context) {
    const answer = context.isPreflight ? maskedAnswer(context) : null;
    if (answer?.status !== 401 && answer?.status !== 403) return null;
    const isChallenge = header(answer, 'WWW-Authenticate') !== null;
    const sibling = siblingWithCors(
      context,
      ({ status, request }) => isOk(status) && request.method !== 'OPTIONS',
    );
    if (answer.status === 403 && !sibling) return null;
    return {
      confidence: isChallenge || sibling ? 'certain' : 'likely',
      evidence: [statusLine(answer), ...headerLines(answer, ['WWW-Authenticate']), ...corsLines(sibling)],
      // A layer further out can add CORS headers to the refusal.
      values: { ranCors: header(answer, 'Access-Control-Allow-Origin') === null ? '' : 'yes' },
    };
  },
};
