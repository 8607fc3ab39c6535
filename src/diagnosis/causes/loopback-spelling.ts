import { parseUrl } from '../../engine';
import type { Cause } from '../cause';
import { header, headerLine } from '../evidence';

const isLoopback = (hostname: string) => /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);

/** The page and the allowed origin name the same machine differently: localhost, 127.0.0.1, [::1]. */
export const loopbackSpelling: Cause = {
  actor: 'api',
  match({ answer, finding, subject }) {
    if (!answer || !finding?.code.endsWith('allow-origin-mismatch')) return null;
    const value = header(answer, 'Access-Control-Allow-Origin') ?? '';
    const [allowed, own] = [parseUrl(value), parseUrl(subject.facts.origin ?? '')];
    if (!allowed || !own || !isLoopback(allowed.hostname) || !isLoopback(own.hostname)) return null;
    if (allowed.hostname === own.hostname || allowed.port !== own.port) return null;
    return {
      confidence: 'certain',
      evidence: [headerLine(answer, 'Access-Control-Allow-Origin')],
      values: { value, origin: own.origin },
    };
  },
};
