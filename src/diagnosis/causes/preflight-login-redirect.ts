import type { Cause } from '../cause';
import { redirectLine, statusLine } from '../evidence';
import { isLogin } from '../login';

/** A session or CSRF layer redirects the preflight, which has no credentials, to a login page. */
export const preflightLoginRedirect: Cause = {
  actor: 'api',
  covers: ['preflight-authentication', 'preflight-redirect'],
  match({ isPreflight, answer, finding }) {
    if (!isPreflight || !answer || !/^preflight-(redirect|allow-origin-missing)$/.test(finding?.code ?? ''))
      return null;
    const redirect = redirectLine(answer);
    if (redirect?.kind !== 'redirect' || !isLogin(redirect.to, answer.request.url)) return null;
    return { confidence: 'certain', evidence: [statusLine(answer), redirect] };
  },
};
