import type { Cause } from '../cause';
import { header, headerLine } from '../evidence';

/** The allowed origin is written with a slash or a path at its end. */
export const originWithPath: Cause = {
  actor: 'api',
  match({ answer, finding, subject }) {
    if (!answer || !/allow-origin-(mismatch|invalid)$/.test(finding?.code ?? '')) return null;
    const value = header(answer, 'Access-Control-Allow-Origin');
    const { origin } = subject.facts;
    if (!value || !origin || !value.toLowerCase().startsWith(`${origin}/`)) return null;
    return {
      confidence: 'certain',
      evidence: [headerLine(answer, 'Access-Control-Allow-Origin')],
      values: { value, origin },
    };
  },
};
