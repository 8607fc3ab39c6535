import type { Cause } from '../cause';
import { corsLines, isOfCorsLayer, isOk, maskedAnswer, siblingWithCors, statusLine } from '../evidence';

/** The server wants a client certificate, which a preflight never presents. */
export const clientCertificate: Cause = {
  actor: 'proxy',
  match(context) {
    const answer = context.isPreflight ? maskedAnswer(context) : null;
    const { error } = context.subject.verdict;
    if (error && /SSL_CLIENT_AUTH|CLIENT_CERT/.test(error)) {
      return {
        confidence: 'certain',
        evidence: [{ exchange: context.subject.facts.id, hop: 0, kind: 'error', error }],
      };
    }
    if (answer?.status !== 400 || !answer.request.url.startsWith('https:')) return null;
    if (isOfCorsLayer(answer)) return null;
    const sibling = siblingWithCors(
      context,
      ({ status, request }) => isOk(status) && request.method === 'GET',
    );
    return sibling && { confidence: 'possible', evidence: [statusLine(answer), ...corsLines(sibling)] };
  },
};
