import type { FromContent } from '../protocol/content';
import type { Extension } from './extension';

/** One stop takes one message; who reaches none of so many backgrounds reaches none any more. */
const maxTries = 4;

/**
 * Tells the background, and resolves with its answer; null is one, too. A background that is being stopped as it is
 * told has not heard it, and the next one is told again. Where none can be reached, for the extension may have been
 * reloaded and left this document for good, `onGone` runs, and the answer is null.
 */
export function openSend(
  runtime: Pick<Extension['runtime'], 'sendMessage'>,
  onGone: () => void,
): (message: FromContent) => Promise<unknown> {
  return async (message) => {
    for (let tries = 0; tries < maxTries; tries++) {
      try {
        const answer = await runtime.sendMessage(message);
        // Who hears it answers at least null; for who did not, Chromium may answer with nothing at all.
        if (answer !== undefined) return answer;
      } catch {
        // Nobody heard it, or nobody is there.
      }
    }
    onGone();
    return null;
  };
}
