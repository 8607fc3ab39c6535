import type { Cause } from '../cause';
import { answersOf, statusLine } from '../evidence';

/** The server checks the Origin of a WebSocket handshake and refuses this one. */
export const socketOriginCheck: Cause = {
  actor: 'api',
  match({ finding, subject }) {
    const answer = answersOf(subject).at(-1);
    if (finding?.code !== 'socket-handshake' || answer?.status !== 403) return null;
    return {
      confidence: 'likely',
      evidence: [statusLine(answer)],
      values: { origin: subject.facts.origin ?? 'null' },
    };
  },
};
