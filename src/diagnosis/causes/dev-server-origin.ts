import type { Cause } from '../cause';
import { isDevServerPath, maskedAnswer, pathOf, statusLine } from '../evidence';

/** A development server answers pages of its own list of origins only. */
export const devServerOrigin: Cause = {
  actor: 'front-end',
  covers: ['route-without-cors', 'error-without-cors'],
  match(context) {
    const answer = maskedAnswer(context);
    if (!answer || !isDevServerPath(pathOf(answer.request.url))) return null;
    return { confidence: 'likely', evidence: [statusLine(answer)] };
  },
};
