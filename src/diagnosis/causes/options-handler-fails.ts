import type { Cause } from '../cause';
import {
  corsLines,
  isExpressErrorPage,
  isOfCorsLayer,
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
    // With any CORS header it is a CORS layer that rejects the preflight: Starlette's answers 400 without an origin.
    if (isOfCorsLayer(answer)) return null;
    const sibling = siblingWithCors(context, ({ request }) => request.method !== 'OPTIONS');
    const isProven = sibling !== null && answer.status === 500;
    return {
      // The CORS middleware of Express may have thrown.
      confidence: isProven ? 'certain' : isExpressErrorPage(answer) ? 'possible' : 'likely',
      evidence: [statusLine(answer), ...corsLines(sibling)],
    };
  },
};
