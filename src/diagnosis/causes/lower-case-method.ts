import type { Cause } from '../cause';
import { headerLine } from '../evidence';

/** The page writes the method in lower case; only some methods are normalised, and PATCH is not. */
export const lowerCaseMethod: Cause = {
  actor: 'front-end',
  match({ finding, answer, subject }) {
    const method = subject.facts.hops[finding?.hop ?? 0]?.method ?? '';
    if (finding?.code !== 'preflight-method-not-allowed' || method === method.toUpperCase() || !answer)
      return null;
    return {
      confidence: 'certain',
      evidence: [headerLine(answer, 'Access-Control-Allow-Methods')],
      values: { method },
    };
  },
};
