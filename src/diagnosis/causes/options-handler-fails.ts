import type { Cause } from '../cause';
import {
  corsLines,
  header,
  isExpressErrorPage,
  maskedAnswer,
  siblingWithCors,
  statusLine,
} from '../evidence';

/** The handler runs for OPTIONS as well and fails, for example because there is no body. */
export const optionsHandlerFails: Cause = {
  actor: 'api',
  match(context) {
    const answer = context.isPreflight ? maskedAnswer(context) : null;
    if (!answer || (answer.status !== 500 && answer.status !== 400 && answer.status !== 422)) return null;
    // With CORS headers it is a CORS layer that refuses the preflight.
    if (header(answer, 'Access-Control-Allow-Origin') !== null) return null;
    const sibling = siblingWithCors(context, ({ request }) => request.method !== 'OPTIONS');
    const isProven = sibling !== null && answer.status === 500;
    return {
      // The CORS middleware of Express may have thrown.
      confidence: isProven ? 'certain' : isExpressErrorPage(answer) ? 'possible' : 'likely',
      evidence: [statusLine(answer), ...corsLines(sibling)],
    };
  },
};
