import type { MessageReceived } from '../../protocol/page-events';
import type { Cause } from '../cause';
import { errorIn, eventsIn } from '../document-events';

/** A relay drops the messages of its own frame, because their source is not the window that it compares with. */
export const relayComparesSource: Cause = {
  actor: 'front-end',
  match(context) {
    const received = eventsIn('post-message', context).filter(
      (event): event is MessageReceived => event.direction === 'received' && event.isTrusted,
    );
    const dropped = received.find(isDropped);
    if (!dropped) return null;
    const { senderOrigin, frame } = dropped;
    const isUsed = received.some((other) => other.senderOrigin === senderOrigin && !isDropped(other));
    if (isUsed) return null;
    return {
      // A message of another origin may be dropped on purpose.
      confidence: senderOrigin === frame.origin ? 'likely' : 'possible',
      evidence: [errorIn(context, `postMessage ${senderOrigin} → ${frame.origin}: event.source`)],
      values: { sender: senderOrigin },
    };
  },
};

/** Whether the listeners that ran looked at the sender's window and then at nothing else. */
function isDropped({ listeners, readLate, from }: MessageReceived): boolean {
  if (!listeners || listeners.length === 0 || readLate.length > 0 || from === null) return false;
  const isAnyComparing = listeners.some(({ reads }) => reads?.includes('source'));
  return isAnyComparing && listeners.every(({ reads }) => reads?.every((field) => field === 'source'));
}
