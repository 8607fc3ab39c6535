import { siblingWithCors } from '../evidence';
import type { Question } from '../question';
import { hasCors, isOk, isOpenLead, lacksCors } from '../signs';

/** Whether nginx adds the CORS headers, or the application behind it. */
export const behindNginx = {
  between: ['nginx-header-not-always', 'error-without-cors'],
  isAsked: (context, found) =>
    isOpenLead(found, 'nginx-header-not-always') && siblingWithCors(context)?.request.method === 'GET',
  request: { method: 'GET', url: 'passed-by-application', origin: 'page', credentials: 'as-sent' },
  answers: {
    application: {
      when: [isOk, hasCors],
      proves: { code: 'error-without-cors', confidence: 'certain', isComparison: true },
    },
    nginx: { when: [isOk, lacksCors], proves: { code: 'nginx-header-not-always', confidence: 'certain' } },
  },
} as const satisfies Question;
