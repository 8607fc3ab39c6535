import type { Question } from '../question';
import { hasCors, isOk, isOpen, lacksCors } from '../signs';

/** Whether the server sends CORS headers if the browser's cache is not used. */
export const pastBrowserCache = {
  between: ['cached-without-origin', 'route-without-cors'],
  isAsked: (_, found) => isOpen(found, 'cached-without-origin'),
  request: { method: 'GET', url: 'same', origin: 'page', credentials: 'as-sent' },
  answers: {
    sends: { when: [isOk, hasCors], proves: { code: 'cached-without-origin', confidence: 'certain' } },
    never: {
      when: [isOk, lacksCors],
      proves: { code: 'route-without-cors', confidence: 'certain', isComparison: true },
    },
  },
} as const satisfies Question;
