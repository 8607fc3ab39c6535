import { isPotentiallyTrustworthy } from '../../engine';
import type { Cause } from '../cause';
import { signedOut } from '../signed-out';

/** The session cookie is Secure, and the server is requested over `http:`. */
export const secureCookieOnHttp: Cause = {
  actor: 'api',
  match(context) {
    const found = signedOut(context);
    if (!found?.cookie.isSecure || !found.url.startsWith('http:') || isPotentiallyTrustworthy(found.url))
      return null;
    return { confidence: 'certain', evidence: found.evidence, values: { name: found.cookie.name } };
  },
};
