import type { Cause } from '../cause';
import { redirectedAnswer } from '../redirected-answer';

/** A server behind a TLS proxy does not know its own scheme and redirects from `https:` to `http:`. */
export const downgradedRedirect: Cause = {
  actor: 'api',
  covers: ['preflight-redirect', 'slash-redirect'],
  match(context) {
    const redirected = redirectedAnswer(context);
    if (!redirected) return null;
    const { change, evidence } = redirected;
    if (!change.isDowngrade || change.from.hostname !== change.to.hostname) return null;
    return { confidence: change.isSlash ? 'certain' : 'likely', evidence };
  },
};
