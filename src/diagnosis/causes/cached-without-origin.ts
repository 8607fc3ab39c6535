import type { Cause } from '../cause';
import { answersOf, header, headerLine, isOk, maskedAnswer, statusLine } from '../evidence';

/** The browser cached a response that was requested without CORS, and uses it for a CORS request. */
export const cachedWithoutOrigin: Cause = {
  actor: 'api',
  covers: ['route-without-cors'],
  match(context) {
    const answer = context.isPreflight ? null : maskedAnswer(context);
    if (answer?.request.fromCache !== true || /\borigin\b|\*/i.test(header(answer, 'Vary') ?? ''))
      return null;
    const { url } = answer.request;
    const earlier = context.siblings.find(
      ({ facts, verdict }) =>
        facts.startedAtMs < context.subject.facts.startedAtMs &&
        verdict.mode.value === 'no-cors' &&
        facts.hops.at(-1)?.url === url,
    );
    const stored = earlier ? answersOf(earlier).at(-1) : undefined;
    return {
      confidence: stored && isOk(stored.status) ? 'certain' : 'likely',
      evidence: [
        ...(stored ? [statusLine(stored)] : []),
        headerLine(answer, 'Access-Control-Allow-Origin'),
        headerLine(answer, 'Vary'),
      ],
    };
  },
};
