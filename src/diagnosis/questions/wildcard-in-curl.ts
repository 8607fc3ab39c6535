import type { Question } from '../question';
import { isOpen, lacksCors } from '../signs';

/** Whether the server allows any origin, or a browser extension does. */
export const wildcardInCurl = {
  between: ['unblocking-extension', 'wildcard-with-credentials'],
  isAsked: (_, found) => isOpen(found, 'unblocking-extension'),
  request: { method: 'as-recorded', url: 'same', origin: 'page', credentials: 'as-sent' },
  answers: {
    wildcard: {
      when: [{ header: 'Access-Control-Allow-Origin', is: 'as-recorded' }],
      proves: { code: 'wildcard-with-credentials', confidence: 'certain' },
    },
    other: {
      when: [{ header: 'Access-Control-Allow-Origin', is: 'other-than-recorded' }],
      proves: { code: 'unblocking-extension', confidence: 'certain' },
    },
    none: {
      when: [{ status: [[200, 499]] }, lacksCors],
      proves: { code: 'unblocking-extension', confidence: 'certain' },
    },
  },
} as const satisfies Question;
