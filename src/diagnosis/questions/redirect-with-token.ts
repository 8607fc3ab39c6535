import type { Question } from '../question';
import { isOk, isOpenLead, isRedirect } from '../signs';

/** Whether a preflight is redirected only because it has no session. */
export const redirectWithToken = {
  between: ['preflight-redirect', 'preflight-login-redirect'],
  isAsked: (_, found) => isOpenLead(found, 'preflight-redirect'),
  request: { method: 'OPTIONS', url: 'same', origin: 'page', credentials: 'token' },
  answers: {
    accepted: { when: [isOk], proves: { code: 'preflight-login-redirect', confidence: 'certain' } },
    redirected: {
      when: [isRedirect, { header: 'Location', is: 'as-recorded' }],
      // A token that was not replaced, or a session of another kind, would be redirected too.
      proves: { code: 'preflight-redirect', confidence: 'likely' },
    },
  },
} as const satisfies Question;
