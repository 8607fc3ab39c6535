import { headerValues } from '../../engine';
import type { Cause } from '../cause';
import { headerLine, headerLines } from '../evidence';

const name = 'Access-Control-Allow-Credentials';

/** Two parts of the server add Access-Control-Allow-Credentials, so its value is `true, true`. */
export const credentialsTwice: Cause = {
  actor: 'proxy',
  match({ answer, finding }) {
    if (!answer?.headers || !finding?.code.endsWith('allow-credentials-not-true')) return null;
    const values = headerValues(answer.headers, name).flatMap((line) => line.split(','));
    if (values.length < 2) return null;
    return {
      confidence: 'certain',
      evidence: [headerLine(answer, name), ...headerLines(answer, ['Via', 'Server', 'X-Powered-By'])],
    };
  },
};
