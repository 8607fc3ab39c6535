import type { Cause } from '../cause';
import { corsLines, headerLines, maskedAnswer, siblingWithCors, statusLine } from '../evidence';

/** A rate limiter answers before CORS. */
export const rateLimit: Cause = {
  actor: 'api',
  covers: ['error-without-cors', 'nginx-header-not-always'],
  match(context) {
    const answer = context.isPreflight ? null : maskedAnswer(context);
    if (answer?.status !== 429) return null;
    return {
      confidence: 'certain',
      evidence: [
        statusLine(answer),
        ...headerLines(answer, ['Retry-After', 'RateLimit', 'RateLimit-Remaining', 'X-RateLimit-Remaining']),
        ...corsLines(siblingWithCors(context)),
      ],
    };
  },
};
