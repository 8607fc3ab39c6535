import type { Cause } from '../cause';
import { header, headerLine } from '../evidence';

/** Access-Control-Allow-Credentials is a boolean of a language (`True`, `1`), not the word `true`. */
export const credentialsCase: Cause = {
  actor: 'api',
  match({ answer, finding }) {
    if (!answer || !finding?.code.endsWith('allow-credentials-not-true')) return null;
    const value = header(answer, 'Access-Control-Allow-Credentials');
    if (value === null || !/^("?true"?|1|yes|on)$/i.test(value)) return null;
    return {
      confidence: 'certain',
      evidence: [headerLine(answer, 'Access-Control-Allow-Credentials')],
      values: { value },
    };
  },
};
