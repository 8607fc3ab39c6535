import type { Cause } from '../cause';
import { signedOut } from '../signed-out';

/** The session cookie is for the same site, so a cross-site request neither stores nor sends it. */
export const sessionCookieSameSite: Cause = {
  actor: 'api',
  match(context) {
    const found = signedOut(context);
    if (found?.sentSite !== 'cross-site') return null;
    const { cookie, evidence } = found;
    if (cookie.sameSite !== 'lax' && cookie.sameSite !== 'strict') return null;
    const value = cookie.sameSite === 'lax' ? 'Lax' : 'Strict';
    return { confidence: 'certain', evidence, values: { name: cookie.name, value } };
  },
};
