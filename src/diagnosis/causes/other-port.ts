import { parseUrl } from '../../engine';
import type { Cause } from '../cause';
import { header, headerLine } from '../evidence';

/** The allowed origin is the page's host with another port or scheme. */
export const otherPort: Cause = {
  actor: 'api',
  match({ answer, finding, subject }) {
    if (!answer || !finding?.code.endsWith('allow-origin-mismatch')) return null;
    const value = header(answer, 'Access-Control-Allow-Origin') ?? '';
    const [allowed, own] = [parseUrl(value), parseUrl(subject.facts.origin ?? '')];
    if (!allowed || !own || allowed.hostname !== own.hostname || allowed.origin === own.origin) return null;
    return {
      confidence: 'certain',
      evidence: [headerLine(answer, 'Access-Control-Allow-Origin')],
      values: { value, origin: own.origin, part: allowed.protocol === own.protocol ? 'port' : 'scheme' },
    };
  },
};
