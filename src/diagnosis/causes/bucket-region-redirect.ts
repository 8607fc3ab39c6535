import type { Cause } from '../cause';
import { headerLines } from '../evidence';
import { redirectedAnswer } from '../redirected-answer';

/** S3 redirects to the endpoint of the bucket's region. */
export const bucketRegionRedirect: Cause = {
  actor: 'front-end',
  covers: ['preflight-redirect', 'www-redirect'],
  match(context) {
    const redirected = redirectedAnswer(context);
    if (!redirected) return null;
    const { answer, change, evidence } = redirected;
    const region = headerLines(answer, ['x-amz-bucket-region']);
    const isAmazon = [change.from, change.to].every(({ hostname }) =>
      /(^|\.)amazonaws\.com(\.cn)?$/.test(hostname),
    );
    if (region.length === 0 && !isAmazon) return null;
    return {
      confidence: region.length > 0 ? 'certain' : 'likely',
      evidence: [...evidence, ...region],
      values: { host: change.to.host },
    };
  },
};
