import { headerValues } from '../../engine';
import type { Cause } from '../cause';
import { headerLine, headerLines } from '../evidence';

/** Two parts of the server add the same CORS header, such as a proxy and the application behind it. */
export const headerTwice: Cause = {
  actor: 'proxy',
  match({ answer, finding }) {
    if (!answer?.headers || !/allow-origin-(multiple|invalid|mismatch)$/.test(finding?.code ?? ''))
      return null;
    const name = 'Access-Control-Allow-Origin';
    const lines = headerValues(answer.headers, name);
    const values = lines.flatMap((line) => line.split(',').map((value) => value.trim()));
    const isTwice = lines.length > 1 || new Set(values).size < values.length;
    if (values.length < 2 || !isTwice) return null;
    return {
      confidence: 'certain',
      evidence: [headerLine(answer, name), ...headerLines(answer, ['Via', 'Server', 'X-Powered-By'])],
      values: { name },
    };
  },
};
