import { isSameOrigin, originOf } from '../../engine';
import type { Cause } from '../cause';
import { answersOf, isDevServerPath, pathOf, statusLine } from '../evidence';

/** A development server refuses files and calls of its own page, because its list lacks the host name. */
export const devServerRefusesOwnHost: Cause = {
  actor: 'front-end',
  match({ subject }) {
    const answer = answersOf(subject).at(-1);
    if (answer?.status !== 403 || !isDevServerPath(pathOf(answer.request.url))) return null;
    const isOwn = isSameOrigin(originOf(answer.request.url), subject.facts.origin ?? 'null');
    return isOwn ? { confidence: 'likely', evidence: [statusLine(answer)] } : null;
  },
};
