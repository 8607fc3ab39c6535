import { readableResponse } from '../../exchange/explained/response-checks';
import type { Cause } from '../cause';
import { answersOf, headerLine, isSamePath, statusLine } from '../evidence';

/** A reader of ranges cannot read Content-Range, so it computes the next range from nothing. */
export const rangeHeadersNotExposed: Cause = {
  actor: 'api',
  covers: ['header-not-exposed'],
  match(context) {
    const { subject } = context;
    const answer = answersOf(subject).at(-1);
    if (!answer || subject.verdict.outcome !== 'allowed' || (answer.status !== 206 && answer.status !== 416))
      return null;
    const hidden = readableResponse(subject.facts, subject.verdict)?.hidden ?? [];
    if (!hidden.some(({ name }) => name.toLowerCase() === 'content-range')) return null;
    const wrong =
      answer.status === 416
        ? answer
        : context.siblings
            .flatMap(answersOf)
            .find((other) => other.status === 416 && isSamePath(other.request, answer.request));
    return {
      confidence: wrong ? 'likely' : 'possible',
      evidence: [
        headerLine(answer, 'Content-Range'),
        headerLine(answer, 'Access-Control-Expose-Headers'),
        ...(wrong ? [statusLine(wrong)] : []),
      ],
    };
  },
};
