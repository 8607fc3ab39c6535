import type { Cause } from '../cause';
import { redirectedAnswer } from '../redirected-answer';

/** The page requests the name with or without `www.`, and the server redirects to the other. */
export const wwwRedirect: Cause = {
  actor: 'front-end',
  covers: ['preflight-redirect'],
  match(context) {
    const redirected = redirectedAnswer(context);
    if (!redirected?.change.isWww) return null;
    return {
      confidence: 'certain',
      evidence: redirected.evidence,
      values: { url: redirected.change.to.href },
    };
  },
};
