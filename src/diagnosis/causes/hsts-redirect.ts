import type { Cause } from '../cause';
import { header } from '../evidence';
import { redirectedAnswer } from '../redirected-answer';

/** The browser itself upgrades a host that it knows by HSTS, which a preflight does not survive. */
export const hstsRedirect: Cause = {
  actor: 'front-end',
  covers: ['preflight-redirect', 'https-redirect'],
  match(context) {
    const redirected = redirectedAnswer(context);
    if (!redirected) return null;
    const { answer, change, evidence } = redirected;
    const isInternal =
      answer.request.internal === 'hsts' || /hsts/i.test(header(answer, 'Non-Authoritative-Reason') ?? '');
    if (!change.isUpgrade || !isInternal) return null;
    return { confidence: 'certain', evidence, values: { url: change.to.href } };
  },
};
