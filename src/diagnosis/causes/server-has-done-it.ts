import type { Cause } from '../cause';
import { isOk, statusLine } from '../evidence';

/** The request reached the server and changed something; only its response is hidden. */
export const serverHasDoneIt: Cause = {
  actor: 'front-end',
  isBeside: true,
  match({ finding, answer, isPreflight, subject }) {
    if (isPreflight || !answer || !isOk(answer.status) || subject.verdict.outcome !== 'blocked') return null;
    if (!/^allow-(origin|credentials)-/.test(finding?.code ?? '')) return null;
    if (!/^(POST|PUT|PATCH|DELETE)$/.test(answer.request.method)) return null;
    return { confidence: 'certain', evidence: [statusLine(answer)] };
  },
};
