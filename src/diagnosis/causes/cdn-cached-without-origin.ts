import { cacheLines, isCacheHit, isOld } from '../cache';
import type { Cause } from '../cause';
import { header, headerLine, isOk, maskedAnswer, statusLine } from '../evidence';

/** A shared cache answers with a response that it stored for a request without Origin. */
export const cdnCachedWithoutOrigin: Cause = {
  actor: 'cdn',
  covers: ['route-without-cors'],
  match(context) {
    const answer = context.isPreflight ? null : maskedAnswer(context);
    if (!answer || !isOk(answer.status) || answer.request.fromCache === true) return null;
    if (/\borigin\b/i.test(header(answer, 'Vary') ?? '')) return null;
    const isHit = isCacheHit(answer);
    if (!isHit && !isOld(answer)) return null;
    return {
      confidence: isHit && (isOld(answer) || header(answer, 'X-Varnish') !== null) ? 'likely' : 'possible',
      evidence: [statusLine(answer), ...cacheLines(answer), headerLine(answer, 'Vary')],
    };
  },
};
