import { readableResponse } from '../../exchange/explained/response-checks';
import type { Cause } from '../cause';
import { answersOf, headerLine } from '../evidence';

/** Headers that libraries and applications read. */
const wanted =
  /^(etag|content-disposition|content-range|accept-ranges|location|link|x-total-count|x-pagination[\w-]*|x-next-page|x-request-id|retry-after|(x-)?ratelimit-[\w-]+|authorization|x-auth-token|x-access-token|www-authenticate|mcp-session-id|x-goog-upload-[\w-]+|upload-offset|upload-location|tus-resumable|x-csrf-token|grpc-status)$/i;

/** The response has headers that pages read, and the server exposes none of them. */
export const headerNotExposed: Cause = {
  actor: 'api',
  match({ subject }) {
    const answer = answersOf(subject).at(-1);
    if (subject.verdict.outcome !== 'allowed' || !answer) return null;
    const hidden = readableResponse(subject.facts, subject.verdict)?.hidden ?? [];
    const names = hidden.map(({ name }) => name).filter((name) => wanted.test(name));
    if (names.length === 0) return null;
    return {
      confidence: 'possible',
      evidence: [
        ...names.map((name) => headerLine(answer, name)),
        headerLine(answer, 'Access-Control-Expose-Headers'),
      ],
      values: { names: names.join(', ') },
    };
  },
};
