import type { Cause } from '../cause';
import { header, headerLine } from '../evidence';

/** Whether a value has characters of a wildcard or of a regular expression. */
export function isOriginPattern(value: string): boolean {
  return /\*|\\\.|\^|\$$/.test(value);
}

/** The server sends a pattern such as `https://*.example.com`, which CORS does not have. */
export const originWildcardPattern: Cause = {
  actor: 'api',
  match({ answer, finding }) {
    if (!answer || !/allow-origin-(mismatch|invalid)$/.test(finding?.code ?? '')) return null;
    const value = header(answer, 'Access-Control-Allow-Origin');
    if (!value || value === '*' || !isOriginPattern(value)) return null;
    return {
      confidence: 'certain',
      evidence: [headerLine(answer, 'Access-Control-Allow-Origin')],
      values: { value },
    };
  },
};
