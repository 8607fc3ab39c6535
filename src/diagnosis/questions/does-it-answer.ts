import type { Question } from '../question';

/** Which part of the network fails. */
export const doesItAnswer = {
  between: ['unknown-host', 'server-not-running', 'untrusted-certificate', 'content-blocker'],
  isAsked: ({ subject, answer }, found) =>
    found.length === 0 &&
    answer === null &&
    subject.facts.hops.length === 1 &&
    /^https?:/.test(subject.facts.hops[0]?.url ?? '') &&
    [...subject.verdict.findings.map(({ code }) => code), ...subject.verdict.candidates].includes(
      'network-other',
    ),
  request: { method: 'GET', url: 'same', origin: 'page' },
  answers: {
    'no-name': { when: [{ curlError: [6] }], proves: { code: 'unknown-host', confidence: 'certain' } },
    refused: { when: [{ curlError: [7] }], proves: { code: 'server-not-running', confidence: 'likely' } },
    untrusted: {
      when: [{ curlError: [60] }],
      proves: { code: 'untrusted-certificate', confidence: 'likely' },
    },
    // The server answers, so something in this browser or on its way does not let the request pass.
    answers: { when: [{ status: [[200, 599]] }], proves: null },
  },
} as const satisfies Question;
