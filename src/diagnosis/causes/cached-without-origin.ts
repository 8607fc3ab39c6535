import { withoutFragment } from '../../exchange/facts/request-url';
import type { Cause } from '../cause';
import type { Answer, DiagnosisContext } from '../context';
import { answersOf, header, headerLine, isOk, maskedAnswer, sentHeader, statusLine } from '../evidence';

/** The browser cached a response that was requested without CORS, and uses it for a CORS request. */
export const cachedWithoutOrigin: Cause = {
  actor: 'api',
  covers: ['route-without-cors'],
  match(context) {
    const answer = context.isPreflight ? null : maskedAnswer(context);
    if (!answer || answer.request.fromCache === false || /\borigin\b|\*/i.test(header(answer, 'Vary') ?? ''))
      return null;
    const stored = storedAnswer(context, answer);
    // Chromium does not show whether a blocked response came from the cache.
    if (!stored && answer.request.fromCache !== true) return null;
    return {
      confidence: stored && answer.request.fromCache ? 'certain' : 'likely',
      evidence: [
        ...(stored ? [statusLine(stored)] : []),
        headerLine(answer, 'Access-Control-Allow-Origin'),
        headerLine(answer, 'Vary'),
      ],
    };
  },
};

/** Returns an earlier response of this URL to a request without Origin that may still be used. */
function storedAnswer({ siblings, subject }: DiagnosisContext, answer: Answer): Answer | undefined {
  const url = withoutFragment(answer.request.url);
  return siblings
    .filter(({ facts }) => facts.startedAtMs < subject.facts.startedAtMs)
    .flatMap(answersOf)
    .find(
      (earlier) =>
        withoutFragment(earlier.request.url) === url &&
        isOk(earlier.status) &&
        sentHeader(earlier, 'Origin') === null &&
        isFresh(earlier, answer),
    );
}

function isFresh(stored: Answer, answer: Answer): boolean {
  const [, seconds = '0'] = /\bmax-age=(\d+)/i.exec(header(stored, 'Cache-Control') ?? '') ?? [];
  const ageMs = answer.request.startedAtMs - stored.request.startedAtMs;
  const isSame =
    header(stored, 'Date') !== null &&
    ['Date', 'ETag'].every((name) => header(stored, name) === header(answer, name));
  return answer.request.fromCache === true || (isSame && Number(seconds) * 1_000 > ageMs);
}
