import type { Cause } from '../cause';
import { statusLine } from '../evidence';

/** A listener on `xhr.upload` makes an otherwise simple request need a preflight. */
export const uploadListener: Cause = {
  actor: 'front-end',
  covers: ['no-options-route', 'options-handler-fails', 'options-by-server'],
  match({ isPreflight, answer, subject }) {
    const { exchange } = subject.verdict;
    const hop = exchange.hops[0];
    if (!isPreflight || !answer || !hop) return null;
    const isSimple = /^(GET|HEAD|POST)$/.test(hop.method) && (hop.unsafeHeaderNames ?? []).length === 0;
    return isSimple
      ? { confidence: 'certain', evidence: [statusLine(answer)], values: { method: hop.method } }
      : null;
  },
};
