import type { Cause } from '../cause';
import { corsLines, headerLines, isNginx, maskedAnswer, siblingWithCors, statusLine } from '../evidence';

/** A rate limiter answers before CORS. */
export const rateLimit: Cause = {
  actor: 'api',
  covers: ['error-without-cors', 'nginx-header-not-always'],
  match(context) {
    const answer = context.isPreflight ? null : maskedAnswer(context);
    if (!answer) return null;
    // limit_req and limit_conn of nginx answer 503 by default.
    const isLimitOfNginx = answer.status === 503 && isNginx(answer);
    if (answer.status !== 429 && !isLimitOfNginx) return null;
    return {
      confidence: answer.status === 429 ? 'certain' : 'possible',
      evidence: [
        statusLine(answer),
        ...headerLines(answer, ['Retry-After', 'RateLimit', 'RateLimit-Remaining', 'X-RateLimit-Remaining']),
        ...corsLines(siblingWithCors(context)),
      ],
    };
  },
};
