import type { Cause } from '../cause';
import { header, headerLine, isSamePath, sentHeader, siblingWithCors } from '../evidence';

/** A platform answers preflights itself, with a policy other than that of the application behind it. */
export const platformAnswersPreflight: Cause = {
  actor: 'platform',
  covers: ['method-not-listed', 'header-not-listed', 'wildcard-with-credentials'],
  match(context) {
    const { finding, answer, isPreflight } = context;
    if (!isPreflight || !answer || !/^preflight-(method|header)-not-allowed$/.test(finding?.code ?? ''))
      return null;
    const allowed = header(answer, 'Access-Control-Allow-Origin');
    const own = siblingWithCors(
      context,
      (other) =>
        other.request.method !== 'OPTIONS' &&
        isSamePath(other.request, answer.request) &&
        sentHeader(other, 'Origin') === sentHeader(answer, 'Origin'),
    );
    if (!own || header(own, 'Access-Control-Allow-Origin') === allowed) return null;
    return {
      confidence: 'likely',
      evidence: [
        headerLine(answer, 'Access-Control-Allow-Origin'),
        headerLine(own, 'Access-Control-Allow-Origin'),
      ],
    };
  },
};
