import type { Cause } from '../cause';
import { header, headerLines, maskedAnswer, statusLine } from '../evidence';

/** A firewall or bot check answers with a page of its own. */
export const botChallenge: Cause = {
  actor: 'cdn',
  covers: ['preflight-authentication', 'error-without-cors', 'gateway-error'],
  match(context) {
    const answer = maskedAnswer(context);
    if (!answer || ![403, 429, 503].includes(answer.status)) return null;
    const marks = headerLines(answer, [
      'cf-mitigated',
      'x-datadome',
      'x-sucuri-block',
      'x-iinfo',
      'x-amzn-waf-action',
    ]);
    if (marks.length > 0) return { confidence: 'certain', evidence: [statusLine(answer), ...marks] };
    const isCloudflare =
      header(answer, 'cf-ray') !== null && /^text\/html/i.test(header(answer, 'Content-Type') ?? '');
    if (!isCloudflare || answer.status === 429) return null;
    return {
      confidence: 'possible',
      evidence: [statusLine(answer), ...headerLines(answer, ['Server', 'cf-ray', 'Content-Type'])],
    };
  },
};
