import { isSameOrigin, originOf, parseUrl } from '../../engine';
import type { Cause } from '../cause';
import { answersOf, redirectLine, statusLine } from '../evidence';
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
        evidence: [statusLine(answer), redirect],
        values: { login: parseUrl(redirect.to, answer.request.url)?.host ?? redirect.to },
      };
    }
    return null;
  },
};
