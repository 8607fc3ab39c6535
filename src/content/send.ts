import type { FromContent } from '../protocol/content';
import type { Ask } from './ask';

/**
 * Each stop of the background loses one message. After this many failures there is no background any more.
 */
const maxTries = 4;

/**
 * Returns a function that sends a message to the background and resolves with its answer, which may be null.
 * A background that is stopping does not receive the message, so it is sent again to the next one. If no
 * background takes it, `onLost` gets the message and the answer is null: either the extension was reloaded
 * and has lost this document for good, or only this message failed.
 */
export function openSend(
  ask: Ask['ask'],
  onLost: (message: FromContent) => void,
): (message: FromContent) => Promise<unknown> {
  return async (message) => {
    for (let tries = 0; tries < maxTries; tries++) {
      try {
        const answer = await ask(message);
        // A background that received the message answers at least null. If it did not, Chromium may resolve
        // with undefined.
        if (answer !== undefined) return answer;
      } catch {
        // The message was not received, or there is no receiver.
      }
    }
    onLost(message);
    return null;
  };
}

/** The number of events and hints that are lost with a message. */
export function lostWith(message: FromContent): number {
  if (message.type === 'page-events') return message.events.reduce((sum, { count }) => sum + count, 0);
  return message.type === 'page-hints' ? (message.hints as readonly unknown[]).length : 0;
}
