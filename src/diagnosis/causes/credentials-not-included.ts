import type { Cause } from '../cause';
import { signedOut } from '../signed-out';

/** The page does not include credentials, so the cookie that the server set earlier is not sent. */
export const credentialsNotIncluded: Cause = {
  actor: 'front-end',
  match(context) {
    const { value, basis } = context.subject.verdict.credentialsMode;
    if (value === 'include' || basis === 'assumed') return null;
    const found = signedOut(context);
    if (!found || found.sentSite === 'same-origin') return null;
    const { cookie, evidence } = found;
    const isHeldBack = found.sentSite === 'cross-site' && /lax|strict/.test(cookie.sameSite);
    return isHeldBack ? null : { confidence: 'likely', evidence, values: { name: cookie.name, value } };
  },
};
