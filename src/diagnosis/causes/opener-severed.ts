import type { Cause } from '../cause';
import { answersOf, headerLine } from '../evidence';

const becauseOfPolicy: readonly (string | null | undefined)[] = [
  'opened-policy',
  'opener-policy',
  'both-policies',
  'redirect-policy',
  'framed-opener',
];

/** The Cross-Origin-Opener-Policy of a window or its opener separated the two. */
export const openerSevered: Cause = {
  actor: 'page-policy',
  match({ opener, subject }) {
    const answer = answersOf(subject).at(-1);
    if (!opener || !answer || !becauseOfPolicy.includes(opener.because)) return null;
    return {
      // A page that opened it with noopener wanted this.
      confidence: 'possible',
      evidence: [headerLine(answer, 'Cross-Origin-Opener-Policy')],
      values: { opened: opener.openedPolicy ?? 'unsafe-none', opener: opener.openerPolicy ?? 'unsafe-none' },
    };
  },
};
