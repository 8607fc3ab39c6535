import type { Cause } from '../cause';
import { redirectedAnswer } from '../redirected-answer';

/** The page requests `http:`, and the server redirects to `https:`; a preflight does not follow that. */
export const httpsRedirect: Cause = {
  actor: 'front-end',
  covers: ['preflight-redirect'],
  match(context) {
    const redirected = redirectedAnswer(context);
    if (!redirected?.change.isUpgrade || redirected.answer.request.internal !== null) return null;
    return {
      confidence: 'certain',
      evidence: redirected.evidence,
      values: { url: redirected.change.to.href },
    };
  },
};
