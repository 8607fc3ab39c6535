import { skewMs } from '../../exchange/calls/reported-call';
import { isOfSharedWorker } from '../../exchange/facts/facts';
import type { Cause } from '../cause';
import type { Judged } from '../context';
import { answersOf, isSamePath, sentLine } from '../evidence';

/** A service worker may have answered a CORS request with a response that it requested without CORS. */
export const serviceWorkerCachedOpaque: Cause = {
  actor: 'front-end',
  match(context) {
    const { finding, subject } = context;
    const { facts, verdict } = subject;
    const [hop] = facts.hops;
    // Chrome does not show what a service worker answered with an opaque response.
    const mayBeOpaque =
      verdict.candidates.includes('service-worker-opaque') || finding?.code === 'never-seen';
    if (!hop || verdict.mode.value !== 'cors' || !mayBeOpaque) return null;
    const requested = context.siblings
      .filter((other) => isOfSharedWorker(other.facts))
      .flatMap((other) => answersOf(other).map((answer) => ({ ...other, answer })))
      .filter(({ answer }) => isSamePath(answer.request, hop));
    // What it requested for this one, in the same mode, would be the reason.
    const isForThis = (other: Judged) =>
      other.verdict.mode.value === 'cors' && other.facts.startedAtMs >= facts.startedAtMs - skewMs;
    if (requested.some(isForThis)) return null;
    const stored = requested.find(
      (other) => other.verdict.mode.value === 'no-cors' && other.facts.startedAtMs < facts.startedAtMs,
    );
    return stored ? { confidence: 'possible', evidence: [sentLine(stored.answer, 'Sec-Fetch-Mode')] } : null;
  },
};
