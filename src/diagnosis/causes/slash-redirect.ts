import type { Cause } from '../cause';
import { redirectedAnswer } from '../redirected-answer';

/** A framework redirects a path without its trailing slash, or with one too many. */
export const slashRedirect: Cause = {
  actor: 'front-end',
  covers: ['preflight-redirect'],
  match(context) {
    const redirected = redirectedAnswer(context);
    if (!redirected?.change.isSlash || redirected.change.isDowngrade) return null;
    return {
      confidence: 'certain',
      evidence: redirected.evidence,
      values: { url: redirected.change.to.href },
    };
  },
};
