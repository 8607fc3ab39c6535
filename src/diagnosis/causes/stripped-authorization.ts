import { getHeader } from '../../engine';
import type { Cause } from '../cause';
import { answersOf, redirectLine, statusLine } from '../evidence';

/** The browser removes Authorization when a redirect leaves the origin, so the target answers 401. */
export const strippedAuthorization: Cause = {
  actor: 'front-end',
  covers: ['tainted-origin'],
  match({ subject }) {
    const answers = answersOf(subject);
    const last = answers.at(-1);
    const first = subject.facts.hops[0]?.requestHeaders;
    if (
      !last ||
      last.hop === 0 ||
      last.status !== 401 ||
      !first ||
      getHeader(first, 'Authorization') === null
    )
      return null;
    const headers = last.request.requestHeaders;
    if (!headers || getHeader(headers, 'Authorization') !== null) return null;
    const { exchange, hop } = last;
    return {
      confidence: 'certain',
      evidence: [
        { exchange, hop, kind: 'header', on: 'request', name: 'Authorization', value: null },
        statusLine(last),
        ...answers.slice(0, -1).flatMap((answer) => redirectLine(answer) ?? []),
      ],
      values: { url: last.request.url },
    };
  },
};
