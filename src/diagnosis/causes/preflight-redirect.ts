import type { Cause } from '../cause';
import { redirectedAnswer } from '../redirected-answer';

/** The server redirects OPTIONS like any other method, to another path or host. */
export const preflightRedirect: Cause = {
  actor: 'api',
  match(context) {
    const redirected = context.isPreflight ? redirectedAnswer(context) : null;
    return (
      redirected && {
        confidence: 'likely',
        evidence: redirected.evidence,
        values: { url: redirected.change.to.href },
      }
    );
  },
};
