import { readableResponse } from '../../exchange/explained/response-checks';
import type { Cause } from '../cause';
import type { Answer } from '../context';
import { answersOf, header, headerLine } from '../evidence';

/** Headers that libraries and applications read. */
const wanted =
  /^(content-disposition|content-range|link|x-total-count|x-pagination[\w-]*|x-next-page|authorization|x-auth-token|x-access-token|www-authenticate|mcp-session-id|x-goog-upload-[\w-]+|upload-offset|upload-location|tus-resumable|x-csrf-token|grpc-status)$/i;

/** Headers that servers add to most responses, and when pages read them. */
const wantedOf: readonly (readonly [name: RegExp, isWanted: (answer: Answer) => boolean])[] = [
  [/^accept-ranges$/i, ({ status }) => status === 206 || status === 416],
  // Uploads in parts need it. Frameworks add weak ones to all responses.
  [/^etag$/i, (answer) => answer.request.method === 'PUT' && !/^W\//.test(header(answer, 'ETag') ?? '')],
  [/^location$/i, ({ status, request }) => request.method === 'POST' && (status === 201 || status === 202)],
  [/^(retry-after|(x-)?ratelimit(-[\w-]+)?)$/i, ({ status }) => status === 429 || status === 503],
  [/^x-request-id$/i, ({ status }) => status >= 400],
];

/** The response has headers that pages read, and the server exposes none of them. */
export const headerNotExposed: Cause = {
  actor: 'api',
  match({ subject }) {
    const answer = answersOf(subject).at(-1);
    if (subject.verdict.outcome !== 'allowed' || !answer) return null;
    const isWanted = (name: string) =>
      wanted.test(name) || wantedOf.some(([own, isRead]) => own.test(name) && isRead(answer));
    if (!answer.headers?.some(([name]) => isWanted(name))) return null;
    const hidden = readableResponse(subject.facts, subject.verdict)?.hidden ?? [];
    const names = hidden.map(({ name }) => name).filter(isWanted);
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
