import type { Question } from '../question';
import { isOk, isOpen, lacksCors } from '../signs';

/** Whether the server allows any origin, or a browser extension does. */
export const wildcardInCurl = {
  between: ['unblocking-extension', 'wildcard-with-credentials'],
  // curl sends no other method than GET and OPTIONS, and a server may answer those otherwise.
  isAsked: ({ isPreflight, subject }, found) =>
    isOpen(found, 'unblocking-extension') && (isPreflight || subject.facts.hops.at(-1)?.method === 'GET'),
  request: { method: 'as-recorded', url: 'same', origin: 'page', credentials: 'as-sent' },
  answers: {
    wildcard: {
      when: [{ header: 'Access-Control-Allow-Origin', is: 'as-recorded' }],
      proves: { code: 'wildcard-with-credentials', confidence: 'certain' },
    },
    other: {
      when: [
        isOk,
        { header: 'Access-Control-Allow-Origin', is: 'once' },
        { header: 'Access-Control-Allow-Origin', is: 'other-than-recorded' },
      ],
      proves: { code: 'unblocking-extension', confidence: 'certain' },
    },
    none: {
      when: [isOk, lacksCors],
      proves: { code: 'unblocking-extension', confidence: 'certain' },
    },
  },
} as const satisfies Question;
