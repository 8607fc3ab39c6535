import type { Question } from '../question';
import { isOk, isOpenLead, status } from '../signs';

/** Whether a preflight is rejected only because it has no credentials. */
export const preflightWithToken = {
  between: ['preflight-authentication', 'no-options-route'],
  isAsked({ isPreflight, finding, answer }, found) {
    const isMasked = /^preflight-(status|allow-origin-missing)$/.test(finding?.code ?? '');
    const isRejected = answer?.status === 401 || answer?.status === 403;
    const isUndecided = found.length === 0 || isOpenLead(found, 'preflight-authentication');
    return isPreflight && isMasked && isRejected && isUndecided;
  },
  request: { method: 'OPTIONS', url: 'same', origin: 'page', credentials: 'token' },
  answers: {
    accepted: { when: [isOk], proves: { code: 'preflight-authentication', confidence: 'certain' } },
    'no-route': {
      when: [status(405, 501)],
      proves: { code: 'no-options-route', confidence: 'certain' },
    },
  },
} as const satisfies Question;
