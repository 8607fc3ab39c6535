import type { Cause } from '../cause';
import {
  corsLines,
  header,
  headerLines,
  isOk,
  isSamePath,
  maskedAnswer,
  siblingWithCors,
  statusLine,
} from '../evidence';

/** The endpoint of an event stream is outside of the server's CORS layer. */
export const eventStreamOutsideCors: Cause = {
  actor: 'api',
  covers: ['route-without-cors'],
  match(context) {
    const answer = context.isPreflight ? null : maskedAnswer(context);
    if (!answer || !isOk(answer.status)) return null;
    if (!/^text\/event-stream/i.test(header(answer, 'Content-Type') ?? '')) return null;
    const sibling = siblingWithCors(context, (other) => !isSamePath(other.request, answer.request));
    return (
      sibling && {
        confidence: 'likely',
        evidence: [statusLine(answer), ...headerLines(answer, ['Content-Type']), ...corsLines(sibling)],
      }
    );
  },
};
