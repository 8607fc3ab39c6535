import type { Question } from '../question';
import { allowsOrigin, isOpen } from '../signs';

/** Whether a server of language models allows origins of this machine. */
export const modelServerOnLocalhost = {
  between: [
    'local-model-server-refuses-origin',
    'route-without-cors',
    'error-without-cors',
    'no-options-route',
  ],
  isAsked: (_, found) => isOpen(found, 'local-model-server-refuses-origin'),
  request: { method: 'as-recorded', url: 'same', origin: 'localhost' },
  answers: {
    allows: {
      when: [allowsOrigin],
      proves: { code: 'local-model-server-refuses-origin', confidence: 'certain' },
    },
  },
} as const satisfies Question;
