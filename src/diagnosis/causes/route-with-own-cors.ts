import type { Cause } from '../cause';
import { corsLines, header, headerLine, isSamePath, siblingWithCors } from '../evidence';

/** One route answers CORS by itself, with a default of its own, where the rest of the server has a policy. */
export const routeWithOwnCors: Cause = {
  actor: 'api',
  covers: ['wildcard-with-credentials'],
  match(context) {
    const { finding, answer } = context;
    if (!answer || !finding?.code.endsWith('allow-origin-wildcard-with-credentials')) return null;
    const sibling = siblingWithCors(
      context,
      (other) =>
        !isSamePath(other.request, answer.request) &&
        header(other, 'Access-Control-Allow-Origin') !== '*' &&
        header(other, 'Access-Control-Allow-Credentials') === 'true',
    );
    return (
      sibling && {
        confidence: 'certain',
        evidence: [headerLine(answer, 'Access-Control-Allow-Origin'), ...corsLines(sibling)],
      }
    );
  },
};
