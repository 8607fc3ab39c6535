import type { Cause } from '../cause';
import { header, headerLines, maskedAnswer, siblingWithCors, statusLine } from '../evidence';

/** The list of origins of Express's CORS middleware throws an error for an origin that is not in it. */
export const refusedOriginThrows: Cause = {
  actor: 'api',
  covers: ['options-handler-fails'],
  match(context) {
    const answer = context.isPreflight ? maskedAnswer(context) : null;
    if (answer?.status !== 500 || siblingWithCors(context, () => true)) return null;
    const isErrorPage =
      /^express$/i.test(header(answer, 'X-Powered-By') ?? '') &&
      /^text\/html/i.test(header(answer, 'Content-Type') ?? '') &&
      header(answer, 'Content-Security-Policy') === "default-src 'none'";
    if (!isErrorPage) return null;
    return {
      confidence: 'likely',
      evidence: [statusLine(answer), ...headerLines(answer, ['X-Powered-By', 'Content-Security-Policy'])],
    };
  },
};
