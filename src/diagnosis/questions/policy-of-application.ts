import type { Question } from '../question';
import { isOpenLead } from '../signs';

/** Whether what answers preflights is the application. */
export const policyOfApplication = {
  between: ['header-not-listed', 'platform-answers-preflight'],
  isAsked: (_, found) => isOpenLead(found, 'header-not-listed'),
  request: { method: 'GET', url: 'same', origin: 'page', credentials: 'as-sent' },
  answers: {
    same: {
      when: [{ header: 'Access-Control-Allow-Origin', is: 'as-recorded' }],
      proves: { code: 'header-not-listed', confidence: 'certain' },
    },
    other: {
      when: [{ header: 'Access-Control-Allow-Origin', is: 'other-than-recorded' }],
      proves: { code: 'platform-answers-preflight', confidence: 'likely' },
    },
  },
} as const satisfies Question;
