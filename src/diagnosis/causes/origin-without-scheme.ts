import { parseUrl } from '../../engine';
import type { Cause } from '../cause';
import { header, headerLine } from '../evidence';

/** The allowed origin lacks its scheme or its port. */
export const originWithoutScheme: Cause = {
  actor: 'api',
  match({ answer, finding, subject }) {
    if (!answer || !/allow-origin-(mismatch|invalid)$/.test(finding?.code ?? '')) return null;
    const value = header(answer, 'Access-Control-Allow-Origin')?.replace(/\/$/, '');
    const { origin } = subject.facts;
    if (!value || !origin || origin === 'null' || value === origin) return null;
    const own = parseUrl(origin);
    if (!own) return null;
    const { host, hostname, protocol } = own;
    const isWritten = [host, hostname, `//${host}`, `${protocol}//${hostname}`].includes(value.toLowerCase());
    if (!isWritten) return null;
    return {
      confidence: 'certain',
      evidence: [headerLine(answer, 'Access-Control-Allow-Origin')],
      values: { value, origin },
    };
  },
};
