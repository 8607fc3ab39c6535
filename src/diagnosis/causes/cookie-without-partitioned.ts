import type { Cause } from '../cause';
import { answersOf, sentHeader, sentLine } from '../evidence';
import { signedOut } from '../signed-out';

/** The session cookie allows other sites, but has no partition, so a frame of another site does not send it. */
export const cookieWithoutPartitioned: Cause = {
  actor: 'api',
  match(context) {
    const found = signedOut(context);
    const answer = answersOf(context.subject).at(-1);
    if (!found || !answer || context.subject.verdict.credentialsMode.value === 'omit') return null;
    const { cookie, evidence } = found;
    if (cookie.sameSite !== 'none' || !cookie.isSecure || cookie.isPartitioned) return null;
    // The browser sends it only where third-party cookies matter. Without access, it keeps the cookie back.
    const access = sentHeader(answer, 'Sec-Fetch-Storage-Access');
    if (access !== 'none' && access !== 'inactive') return null;
    return {
      confidence: 'likely',
      evidence: [...evidence, sentLine(answer, 'Sec-Fetch-Storage-Access')],
      values: { name: cookie.name },
    };
  },
};
