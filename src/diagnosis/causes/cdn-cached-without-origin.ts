import type { Cause } from '../cause';
import { header, headerLine, headerLines, isOk, maskedAnswer, statusLine } from '../evidence';

/** A shared cache answers with a response that it stored for a request without Origin. */
export const cdnCachedWithoutOrigin: Cause = {
  actor: 'cdn',
  covers: ['route-without-cors'],
  match(context) {
    const answer = context.isPreflight ? null : maskedAnswer(context);
    if (!answer || !isOk(answer.status) || answer.request.fromCache === true) return null;
    if (/\borigin\b/i.test(header(answer, 'Vary') ?? '')) return null;
    const isHit = ['X-Cache', 'CF-Cache-Status', 'X-Cache-Status', 'X-Proxy-Cache', 'Cache-Status'].some(
      (name) => /\bhit\b/i.test(header(answer, name) ?? ''),
    );
    const isOld = Number(header(answer, 'Age') ?? 0) > 0;
    if (!isHit && !isOld) return null;
    return {
      confidence: isHit && isOld ? 'likely' : 'possible',
      evidence: [
        statusLine(answer),
        ...headerLines(answer, [
          'X-Cache',
          'CF-Cache-Status',
          'X-Cache-Status',
          'X-Proxy-Cache',
          'Cache-Status',
          'Age',
        ]),
        headerLine(answer, 'Vary'),
      ],
    };
  },
};
