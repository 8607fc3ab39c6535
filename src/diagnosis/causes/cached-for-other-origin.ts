import { cacheLines, isCacheHit, isOld } from '../cache';
import type { Cause } from '../cause';
import { header, headerLine } from '../evidence';

/** A cache answers with the Access-Control-Allow-Origin that another origin got. */
export const cachedForOtherOrigin: Cause = {
  actor: 'cdn',
  covers: ['other-port'],
  match({ answer, finding, isPreflight }) {
    if (isPreflight || !answer || finding?.code !== 'allow-origin-mismatch') return null;
    if (/\borigin\b/i.test(header(answer, 'Vary') ?? '')) return null;
    const isCached = answer.request.fromCache === true || isOld(answer) || isCacheHit(answer);
    if (!isCached) return null;
    return {
      confidence: 'likely',
      evidence: [
        headerLine(answer, 'Access-Control-Allow-Origin'),
        ...cacheLines(answer),
        headerLine(answer, 'Vary'),
      ],
    };
  },
};
