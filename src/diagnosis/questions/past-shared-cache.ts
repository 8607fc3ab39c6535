import type { Question } from '../question';
import { hasCors, isOk, isOpen, lacksCors } from '../signs';

/** Whether the server sends CORS headers if a shared cache has no response. */
export const pastSharedCache = {
  between: ['cdn-cached-without-origin', 'route-without-cors'],
  isAsked: (_, found) => isOpen(found, 'cdn-cached-without-origin'),
  request: { method: 'GET', url: 'fresh', origin: 'page', credentials: 'as-sent' },
  answers: {
    sends: { when: [isOk, hasCors], proves: { code: 'cdn-cached-without-origin', confidence: 'certain' } },
    never: {
      when: [isOk, lacksCors, { header: 'Age', is: 'missing' }],
      proves: { code: 'route-without-cors', confidence: 'certain', isComparison: true },
    },
  },
} as const satisfies Question;
