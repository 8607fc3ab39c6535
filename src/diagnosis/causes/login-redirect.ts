import { isSameOrigin, originOf } from '../../engine';
import type { Cause } from '../cause';
import { answersOf, redirectLine } from '../evidence';
import { isLogin } from '../login';

/** The server redirects a request without a session to a login page instead of answering 401. */
export const loginRedirect: Cause = {
  actor: 'api',
  covers: ['tainted-origin'],
  match({ subject, finding, isPreflight }) {
    if (!finding || isPreflight || finding.hop === 0) return null;
    for (const answer of answersOf(subject).slice(0, finding.hop)) {
      const redirect = redirectLine(answer);
      if (redirect?.kind !== 'redirect' || !isLogin(redirect.to, answer.request.url)) continue;
      const isForeign = !isSameOrigin(originOf(redirect.to), originOf(answer.request.url));
      return {
        confidence: isForeign ? 'certain' : 'likely',
        evidence: [
          { exchange: answer.exchange, hop: answer.hop, kind: 'status', status: answer.status },
          redirect,
        ],
        values: { login: new URL(redirect.to, answer.request.url).host },
      };
    }
    return null;
  },
};
