import { isSamePath, siblingWithCors } from '../evidence';
import type { Question } from '../question';
import { hasCors, isOk, isOpenLead, lacksCors } from '../signs';

/** Whether the route has CORS headers when it does not fail. */
export const routeThatPasses = {
  between: ['error-without-cors', 'route-without-cors'],
  isAsked(context, found) {
    const { answer } = context;
    if (!answer || !isOpenLead(found, 'error-without-cors') || answer.request.method !== 'GET') return false;
    // Repeated, these fail again.
    if ([400, 404, 405, 409, 410, 422].includes(answer.status)) return false;
    return siblingWithCors(context, (other) => isSamePath(other.request, answer.request)) === null;
  },
  request: { method: 'GET', url: 'same', origin: 'page', credentials: 'if-rejected' },
  answers: {
    covered: { when: [isOk, hasCors], proves: { code: 'error-without-cors', confidence: 'certain' } },
    outside: { when: [isOk, lacksCors], proves: { code: 'route-without-cors', confidence: 'certain' } },
  },
} as const satisfies Question;
