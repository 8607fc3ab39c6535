import type { Question } from '../question';
import { hasCors, isNoServerError, isOpen, status } from '../signs';

/** Whether Express fails for the page's origin, or for OPTIONS. */
export const originInGet = {
  between: ['refused-origin-throws', 'options-handler-fails'],
  isAsked: (_, found) => isOpen(found, 'refused-origin-throws'),
  request: { method: 'GET', url: 'same', origin: 'page', credentials: 'as-sent' },
  answers: {
    allowed: {
      when: [isNoServerError, hasCors],
      proves: { code: 'options-handler-fails', confidence: 'certain' },
    },
    passes: { when: [isNoServerError], proves: { code: 'options-handler-fails', confidence: 'likely' } },
    throws: {
      when: [status(500), { header: 'Content-Security-Policy', is: 'as-recorded' }],
      proves: { code: 'refused-origin-throws', confidence: 'likely' },
    },
  },
} as const satisfies Question;
