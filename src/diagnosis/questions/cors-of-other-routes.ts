import { maskedAnswer } from '../evidence';
import type { Question } from '../question';
import { allowsOrigin, lacksCors } from '../signs';

/** Whether CORS is configured on the server at all. */
export const corsOfOtherRoutes = {
  between: ['error-without-cors', 'route-without-cors'],
  isAsked(context, found) {
    const answer = maskedAnswer(context);
    return found.length === 0 && answer !== null && (!context.isPreflight || answer.status <= 299);
  },
  request: { method: 'as-recorded', url: 'root', origin: 'page' },
  answers: {
    error: {
      when: [allowsOrigin, { recordedStatus: [[400, 599]] }],
      proves: { code: 'error-without-cors', confidence: 'likely' },
    },
    route: {
      when: [allowsOrigin, { recordedStatus: [[200, 299]] }],
      proves: { code: 'route-without-cors', confidence: 'likely' },
    },
    none: { when: [lacksCors], proves: null },
  },
} as const satisfies Question;
