import type { Cause } from '../cause';
import type { Answer, Judged } from '../context';
import { answersOf, isSamePath, redirectLine, sentHeader } from '../evidence';
import { cookiesSetBy } from '../signed-out';

/** An app in a frame of another site sets a session cookie that the browser does not keep there. */
export const loginLoopInFrame: Cause = {
  actor: 'api',
  match(context) {
    const { subject } = context;
    const { facts } = subject;
    const last = answersOf(subject).at(-1);
    const redirected = answersOf(subject).find((answer) => redirectLine(answer) !== null);
    if (facts.kind !== 'frame' || !last || !redirected || subject.verdict.outcome !== 'allowed') return null;
    // Browsers send it only where third-party cookies matter.
    if (sentHeader(last, 'Sec-Fetch-Storage-Access') === null || sentHeader(last, 'Cookie') !== null)
      return null;
    const loads = [subject, ...context.siblings].filter((other) => other.facts.frameId === facts.frameId);
    const returned = loads.filter((other) => isBackAt(other, last));
    const setting = loads.flatMap(answersOf).find((answer) => sameSiteCookie(answer) !== undefined);
    const cookie = setting && sameSiteCookie(setting);
    const redirect = redirectLine(redirected);
    if (returned.length < 2 || !setting || !cookie || !redirect) return null;
    const { exchange, hop } = setting;
    return {
      confidence: 'certain',
      evidence: [
        redirect,
        { exchange, hop, kind: 'header', on: 'response', name: 'Set-Cookie', value: cookie.name },
      ],
      values: { name: cookie.name, value: cookie.sameSite === 'lax' ? 'Lax' : 'Strict' },
    };
  },
};

function sameSiteCookie(answer: Answer) {
  return cookiesSetBy(answer).find(({ sameSite }) => sameSite === 'lax' || sameSite === 'strict');
}

function isBackAt(judged: Judged, { request }: Answer): boolean {
  const last = judged.facts.hops.at(-1);
  return last !== undefined && isSamePath(last, request);
}
