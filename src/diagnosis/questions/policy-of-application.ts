import type { Question } from '../question';
import { isOpenLead } from '../signs';

/** Whether what answers preflights is the application. */
export const policyOfApplication = {
  between: ['header-not-listed', 'platform-answers-preflight'],
  isAsked: (_, found) => isOpenLead(found, 'header-not-listed'),
  request: { method: 'GET', url: 'same', origin: 'page', credentials: 'as-sent' },
  answers: {
    same: {
      // Any layer may send a wildcard.
      when: [
        { header: 'Access-Control-Allow-Origin', is: 'as-recorded' },
        { header: 'Access-Control-Allow-Origin', matches: /^[^*]/ },
      ],
      proves: { code: 'header-not-listed', confidence: 'likely' },
    },
    other: {
      when: [{ header: 'Access-Control-Allow-Origin', is: 'other-than-recorded' }],
      proves: { code: 'platform-answers-preflight', confidence: 'likely' },
    },
  },
} as const satisfies Question;
