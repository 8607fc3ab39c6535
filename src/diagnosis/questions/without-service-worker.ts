import type { Question } from '../question';
import { isOpen } from '../signs';

/** Whether the request passes without the service worker. */
export const withoutServiceWorker = {
  between: ['service-worker-cached-opaque'],
  isAsked: (_, found) => isOpen(found, 'service-worker-cached-opaque'),
  request: null,
  answers: {},
} as const satisfies Question;
