import type { FromContent } from '../protocol/content';
import type { Ask } from './ask';

/** One stop takes one message; who reaches none of so many backgrounds reaches none any more. */
const maxTries = 4;

/**
 * Tells the background, and resolves with its answer; null is one, too. A background that is being stopped as it is
 * told has not heard it, and the next one is told again. Where none takes it, `onLost` is given the message, and the
 * answer is null: the extension may have been reloaded and left this document for good, or it is this message alone.
 */
export function openSend(
  ask: Ask['ask'],
  onLost: (message: FromContent) => void,
): (message: FromContent) => Promise<unknown> {
  return async (message) => {
    for (let tries = 0; tries < maxTries; tries++) {
      try {
        const answer = await ask(message);
        // Who hears it answers at least null; for who did not, Chromium may answer with nothing at all.
        if (answer !== undefined) return answer;
      } catch {
        // Nobody heard it, or nobody is there.
      }
    }
    onLost(message);
    return null;
  };
}

/** How many events and hints are lost with a message. */
export function lostWith(message: FromContent): number {
  if (message.type === 'page-events') return message.events.reduce((sum, { count }) => sum + count, 0);
  return message.type === 'page-hints' ? (message.hints as readonly unknown[]).length : 0;
}
