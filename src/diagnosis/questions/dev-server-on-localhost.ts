import type { Question } from '../question';
import { allowsOrigin, isOpen } from '../signs';

/** Whether a development server allows origins of this machine. */
export const devServerOnLocalhost = {
  between: ['dev-server-origin', 'route-without-cors', 'error-without-cors'],
  isAsked: (_, found) => isOpen(found, 'dev-server-origin'),
  request: { method: 'as-recorded', url: 'same', origin: 'localhost' },
  answers: {
    allows: { when: [allowsOrigin], proves: { code: 'dev-server-origin', confidence: 'certain' } },
  },
} as const satisfies Question;
