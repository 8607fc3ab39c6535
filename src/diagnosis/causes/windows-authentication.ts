import type { Cause } from '../cause';
import { header, headerLines, maskedAnswer, statusLine } from '../evidence';

/** The web server's Windows authentication answers before the application. */
export const windowsAuthentication: Cause = {
  actor: 'platform',
  covers: ['preflight-authentication', 'error-without-cors'],
  match(context) {
    const answer = maskedAnswer(context);
    if (answer?.status !== 401 || !/\b(negotiate|ntlm)\b/i.test(header(answer, 'WWW-Authenticate') ?? ''))
      return null;
    return {
      confidence: 'certain',
      evidence: [statusLine(answer), ...headerLines(answer, ['WWW-Authenticate', 'Server'])],
    };
  },
};
