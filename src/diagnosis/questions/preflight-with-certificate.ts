import type { Question } from '../question';
import { isOk, isOpen, status } from '../signs';

/** Whether a preflight fails only because it presents no client certificate. */
export const preflightWithCertificate = {
  between: ['client-certificate', 'options-handler-fails'],
  isAsked: (_, found) => isOpen(found, 'client-certificate'),
  request: { method: 'OPTIONS', url: 'same', origin: 'page', credentials: 'certificate' },
  answers: {
    accepted: { when: [isOk], proves: { code: 'client-certificate', confidence: 'certain' } },
    // nginx answers a certificate that it does not trust with 400 as well.
    rejected: { when: [status(400)], proves: { code: 'options-handler-fails', confidence: 'likely' } },
  },
} as const satisfies Question;
