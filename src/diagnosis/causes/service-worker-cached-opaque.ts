import type { Cause } from '../cause';
import { answersOf, isSamePath, sentLine } from '../evidence';

/** A service worker may have answered a CORS request with a response that was requested without CORS. */
export const serviceWorkerCachedOpaque: Cause = {
  actor: 'front-end',
  match(context) {
    const { subject } = context;
    const { facts, verdict } = subject;
    const [hop] = facts.hops;
    if (!hop || !verdict.candidates.includes('service-worker-opaque')) return null;
    const stored = context.siblings
      .filter(
        (other) => other.facts.startedAtMs < facts.startedAtMs && other.verdict.mode.value === 'no-cors',
      )
      .flatMap(answersOf)
      .find(({ request }) => isSamePath(request, hop));
    return stored ? { confidence: 'possible', evidence: [sentLine(stored, 'Sec-Fetch-Mode')] } : null;
  },
};
