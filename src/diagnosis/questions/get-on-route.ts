import type { Question } from '../question';
import { isOpen, isThere, status } from '../signs';

/** Whether a path that answers OPTIONS with 404 is there for other methods. */
export const getOnRoute = {
  between: ['no-options-route'],
  isAsked: (_, found) => isOpen(found, 'no-options-route'),
  request: { method: 'GET', url: 'same', origin: 'page', credentials: 'as-sent' },
  answers: {
    'is-there': {
      when: [isThere],
      proves: { code: 'no-options-route', confidence: 'certain' },
    },
    // A framework answers GET with 404 if a path is there for another method only.
    'not-there': { when: [status(404), { pageMethod: 'GET' }], proves: null },
  },
} as const satisfies Question;
