import type { Cause } from '../cause';
import { corsLines, headerLines, maskedAnswer, siblingWithCors, statusLine } from '../evidence';

/** A proxy or server refuses the size of the body before the application runs. */
export const bodyTooLarge: Cause = {
  actor: 'proxy',
  covers: ['error-without-cors', 'nginx-header-not-always'],
  match(context) {
    const answer = maskedAnswer(context);
    if (answer?.status !== 413) return null;
    return {
      confidence: 'certain',
      evidence: [
        statusLine(answer),
        ...headerLines(answer, ['Server']),
        ...corsLines(siblingWithCors(context)),
      ],
    };
  },
};
