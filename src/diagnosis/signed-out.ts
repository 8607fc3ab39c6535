import { type ParsedCookie, parseSetCookie } from '../engine';
import type { CauseEvidence } from './cause';
import type { Answer, DiagnosisContext } from './context';
import { answersOf, sentHeader, sentLine, statusLine } from './evidence';

/** A request that was rejected because it has no session, although the server set a cookie before. */
export interface SignedOut {
  readonly cookie: ParsedCookie;
  /** The URL that set it. */
  readonly url: string;
  /** The Sec-Fetch-Site of the request; null if the browser sent none. */
  readonly sentSite: string | null;
  readonly evidence: readonly CauseEvidence[];
}

/** Returns the cookies that a response sets. */
export function cookiesSetBy({ headers }: Answer): readonly ParsedCookie[] {
  return (headers ?? [])
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .flatMap(([, value]) => value.split('\n'))
    .flatMap((line) => parseSetCookie(line) ?? []);
}

/** Returns a request that passed and got 401 or 403 without a cookie; null if no earlier response set one. */
export function signedOut(context: DiagnosisContext): SignedOut | null {
  const { subject } = context;
  const { facts, verdict } = subject;
  if (verdict.outcome !== 'allowed' || facts.kind !== 'fetch') return null;
  const answer = answersOf(subject).at(-1);
  if (!answer || (answer.status !== 401 && answer.status !== 403) || !answer.request.requestHeaders)
    return null;
  if (sentHeader(answer, 'Cookie') !== null || sentHeader(answer, 'Authorization') !== null) return null;
  for (const sibling of context.siblings) {
    if (sibling.facts.startedAtMs > facts.startedAtMs) continue;
    for (const earlier of answersOf(sibling)) {
      const cookie = cookiesSetBy(earlier).find(({ maxAgeSeconds }) => maxAgeSeconds !== 0);
      if (!cookie) continue;
      const { exchange, hop } = earlier;
      return {
        cookie,
        url: earlier.request.url,
        sentSite: sentHeader(answer, 'Sec-Fetch-Site'),
        evidence: [
          statusLine(answer),
          sentLine(answer, 'Cookie'),
          { exchange, hop, kind: 'header', on: 'response', name: 'Set-Cookie', value: cookie.name },
        ],
      };
    }
  }
  return null;
}
