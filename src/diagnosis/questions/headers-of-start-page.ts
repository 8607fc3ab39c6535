import type { Question } from '../question';
import { isOk, isOpen } from '../signs';

/** Whether the server sends a resource policy with everything. */
export const headersOfStartPage = {
  between: ['default-embedding-headers', 'resource-policy'],
  isAsked: (_, found) => isOpen(found, 'default-embedding-headers'),
  request: { method: 'GET', url: 'root', origin: null },
  answers: {
    everywhere: {
      when: [{ header: 'Cross-Origin-Resource-Policy', is: 'as-recorded' }],
      proves: { code: 'default-embedding-headers', confidence: 'certain' },
    },
    here: {
      when: [isOk, { header: 'Cross-Origin-Resource-Policy', is: 'missing' }],
      proves: { code: 'resource-policy', confidence: 'certain', isComparison: true },
    },
  },
} as const satisfies Question;
