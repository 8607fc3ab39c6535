import type { Cause } from '../cause';
import { headerLine } from '../evidence';

/** The list of methods of the server's CORS configuration lacks the one that its route has. */
export const methodNotListed: Cause = {
  actor: 'api',
  match({ finding, answer, subject }) {
    const method = subject.facts.hops[finding?.hop ?? 0]?.method ?? '';
    if (finding?.code !== 'preflight-method-not-allowed' || method !== method.toUpperCase() || !answer)
      return null;
    return {
      confidence: 'certain',
      evidence: [headerLine(answer, 'Access-Control-Allow-Methods')],
      values: { method },
    };
  },
};
