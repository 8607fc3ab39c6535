import type { Cause } from '../cause';
import { headerLines, isOk, maskedAnswer, statusLine } from '../evidence';

/** The web server answers OPTIONS itself, with the methods that it knows, before the application runs. */
export const optionsByServer: Cause = {
  actor: 'platform',
  match(context) {
    const answer = context.isPreflight ? maskedAnswer(context) : null;
    if (!answer || !isOk(answer.status)) return null;
    const lines = headerLines(answer, ['Allow', 'Public', 'DAV', 'MS-Author-Via']);
    if (lines.length === 0) return null;
    return {
      confidence: lines.length > 1 ? 'certain' : 'likely',
      evidence: [statusLine(answer), ...lines, ...headerLines(answer, ['Server'])],
    };
  },
};
