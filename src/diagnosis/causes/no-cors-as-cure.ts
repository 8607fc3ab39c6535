import { getHeader } from '../../engine';
import type { Cause } from '../cause';
import { answersOf, headerLine } from '../evidence';

/** The page requests data with `mode: 'no-cors'`, which hides the response from it. */
export const noCorsAsCure: Cause = {
  actor: 'front-end',
  match({ subject }) {
    const { facts, verdict } = subject;
    const answer = answersOf(subject).at(-1);
    const isCall = facts.kind === 'fetch' && facts.page?.call?.call.api === 'fetch';
    if (!isCall || verdict.outcome !== 'opaque' || !answer?.headers) return null;
    const type = getHeader(answer.headers, 'Content-Type') ?? '';
    if (!/\b(json|xml|csv)\b|^text\/(plain|html)/i.test(type)) return null;
    return { confidence: 'likely', evidence: [headerLine(answer, 'Content-Type')] };
  },
};
