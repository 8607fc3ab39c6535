import type { Cause } from '../cause';
import { headerLines, statusLine } from '../evidence';

/** A rate limiter counts preflights too. */
export const preflightRateLimit: Cause = {
  actor: 'api',
  match({ isPreflight, answer }) {
    if (!isPreflight || answer?.status !== 429) return null;
    return {
      confidence: 'certain',
      evidence: [statusLine(answer), ...headerLines(answer, ['Retry-After', 'Server'])],
    };
  },
};
