import type { Question } from '../question';
import { isOk, isOpen } from '../signs';

/** Whether the application answers if the gateway is left out. */
export const behindGateway = {
  between: ['gateway-error'],
  isAsked: ({ answer }, found) => isOpen(found, 'gateway-error') && answer !== null,
  request: { method: 'as-recorded', url: 'application', origin: 'page', credentials: 'as-sent' },
  answers: {
    // Connection refused, timeout, empty reply, connection reset.
    silent: {
      when: [{ curlError: [7, 28, 52, 56] }],
      proves: { code: 'gateway-error', confidence: 'likely' },
    },
    answers: { when: [isOk], proves: { code: 'gateway-error', confidence: 'likely' } },
    itself: { when: [{ status: [[502, 504]] }], proves: null },
  },
} as const satisfies Question;
