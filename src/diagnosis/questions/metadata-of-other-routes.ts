import type { Question } from '../question';
import { allowsOrigin, isOpen } from '../signs';

/** Whether other routes of the server have CORS headers. */
export const metadataOfOtherRoutes = {
  between: ['oauth-metadata-without-cors'],
  isAsked: (_, found) => isOpen(found, 'oauth-metadata-without-cors'),
  request: { method: 'GET', url: 'root', origin: 'page' },
  answers: {
    'others-have': {
      when: [allowsOrigin],
      proves: { code: 'oauth-metadata-without-cors', confidence: 'certain' },
    },
  },
} as const satisfies Question;
