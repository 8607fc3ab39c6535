import { parseUrl } from '../../engine';
import type { Cause } from '../cause';
import { header, headerLines, maskedAnswer, statusLine } from '../evidence';

/** Google refuses a call before the function runs, because the caller may not invoke it or it is not there. */
export const cloudFunctionInvoker: Cause = {
  actor: 'platform',
  covers: ['preflight-authentication', 'error-without-cors', 'no-options-route'],
  match(context) {
    const answer = maskedAnswer(context);
    if (!answer || ![401, 403, 404].includes(answer.status)) return null;
    const host = parseUrl(answer.request.url)?.hostname ?? '';
    const isFunction = /(^|\.)(cloudfunctions\.net|run\.app)$/.test(host);
    if (!isFunction && !/google frontend/i.test(header(answer, 'Server') ?? '')) return null;
    if (!/^text\/html/i.test(header(answer, 'Content-Type') ?? '')) return null;
    return {
      confidence: isFunction ? 'certain' : 'likely',
      evidence: [statusLine(answer), ...headerLines(answer, ['Server', 'Content-Type'])],
    };
  },
};
