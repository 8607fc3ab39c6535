import type { Question } from '../question';
import { isOk, isOpen, status } from '../signs';

/** Whether nginx rejected a request because there were too many. */
export const requestAlone = {
  between: ['rate-limit', 'error-without-cors'],
  isAsked: ({ answer }, found) => isOpen(found, 'rate-limit') && answer?.request.method === 'GET',
  request: { method: 'GET', url: 'same', origin: 'page', credentials: 'as-sent' },
  answers: {
    passes: { when: [isOk], proves: { code: 'rate-limit', confidence: 'likely' } },
    fails: {
      when: [status(503)],
      proves: { code: 'error-without-cors', confidence: 'likely', isComparison: true },
    },
  },
} as const satisfies Question;
