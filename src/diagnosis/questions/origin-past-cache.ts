import type { Question } from '../question';
import { allowsOrigin, isOpen } from '../signs';

/** Whether the server allows the page's origin if no cache answers. */
export const originPastCache = {
  between: ['cached-for-other-origin', 'other-port'],
  isAsked: (_, found) => isOpen(found, 'cached-for-other-origin'),
  request: { method: 'GET', url: 'fresh', origin: 'page', credentials: 'as-sent' },
  answers: {
    allows: { when: [allowsOrigin], proves: { code: 'cached-for-other-origin', confidence: 'certain' } },
    'same-value': {
      when: [
        { header: 'Access-Control-Allow-Origin', is: 'as-recorded' },
        { header: 'Age', is: 'missing' },
      ],
      proves: { code: 'other-port', confidence: 'certain', isComparison: true },
    },
  },
} as const satisfies Question;
