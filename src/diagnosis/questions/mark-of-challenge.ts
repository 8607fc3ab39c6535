import type { Question } from '../question';
import { isOpen } from '../signs';

/** Whether Cloudflare answers with a challenge, or passes on an error. */
export const markOfChallenge = {
  between: ['bot-challenge'],
  isAsked: ({ answer }, found) => isOpen(found, 'bot-challenge') && answer !== null,
  request: { method: 'as-recorded', url: 'same', origin: 'page', credentials: 'as-sent' },
  answers: {
    challenge: {
      when: [{ header: 'cf-mitigated', is: 'present' }],
      proves: { code: 'bot-challenge', confidence: 'certain' },
    },
    application: {
      when: [{ header: 'Content-Type', matches: /^application\/(problem\+)?json\b/i }],
      proves: null,
    },
  },
} as const satisfies Question;
