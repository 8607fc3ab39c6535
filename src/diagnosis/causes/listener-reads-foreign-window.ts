import type { Cause } from '../cause';
import { errorIn, eventsIn } from '../document-events';

/** How long after a message its listener throws at most, in milliseconds. */
const withinMs = 200;

/** A message listener reads a property of the sender's window, which another origin may not. */
export const listenerReadsForeignWindow: Cause = {
  actor: 'front-end',
  covers: ['relay-compares-source'],
  match(context) {
    const accesses = eventsIn('dom-access', context);
    if (accesses.length === 0) return null;
    const messages = eventsIn('post-message', context);
    for (const { what, property, atMs } of accesses) {
      if (what !== 'property' || !/^\w+$/.test(property ?? 'x')) continue;
      for (const message of messages) {
        if (message.direction !== 'received' || Math.abs(atMs - message.atMs) > withinMs) continue;
        const { senderOrigin, listeners } = message;
        if (senderOrigin === message.frame.origin) continue;
        // It stopped there, so it read nothing after it.
        const thrower = listeners?.find(({ reads }) => reads?.includes('source') && !reads.includes('data'));
        if (!thrower) continue;
        const isWritten = new RegExp(`\\bsource\\s*(\\?\\.|\\.)\\s*${property}\\b`).test(thrower.text ?? '');
        return {
          confidence: isWritten ? 'certain' : 'likely',
          evidence: [errorIn(context, `event.source.${property ?? '…'}: SecurityError`)],
          values: { property: property ?? '…', sender: senderOrigin },
        };
      }
    }
    return null;
  },
};
