import { headerValues } from '../../engine';
import type { Cause } from '../cause';
import { headerLine } from '../evidence';

/** The server sends its whole list of allowed origins instead of the one that asks. */
export const originList: Cause = {
  actor: 'api',
  match({ answer, finding }) {
    if (!answer?.headers || !/allow-origin-(multiple|invalid|mismatch)$/.test(finding?.code ?? ''))
      return null;
    const lines = headerValues(answer.headers, 'Access-Control-Allow-Origin');
    const values = lines.flatMap((line) => line.split(/[,\s;]+/)).filter((value) => value !== '');
    if (lines.length !== 1 || values.length < 2 || new Set(values).size < values.length) return null;
    return { confidence: 'certain', evidence: [headerLine(answer, 'Access-Control-Allow-Origin')] };
  },
};
