import type { Cause } from '../cause';
import { headerLine, sentLine } from '../evidence';

/** `sendBeacon()` always includes credentials, and a body of JSON needs a preflight that allows them. */
export const beaconWithJson: Cause = {
  actor: 'front-end',
  covers: ['wildcard-with-credentials', 'platform-answers-preflight'],
  match({ finding, answer, isPreflight, subject }) {
    const { kind, page } = subject.facts;
    const isBeacon = kind === 'beacon' || kind === 'ping' || page?.call?.call.api === 'beacon';
    const isAboutCredentials =
      /^preflight-allow-(credentials-(missing|not-true)|origin-wildcard-with-credentials)$/;
    if (!isPreflight || !answer || !isBeacon || !isAboutCredentials.test(finding?.code ?? '')) return null;
    return {
      confidence: 'certain',
      evidence: [
        sentLine(answer, 'Access-Control-Request-Headers'),
        headerLine(answer, 'Access-Control-Allow-Credentials'),
      ],
    };
  },
};
