import type { ToWatcher } from '../../protocol/messages';
import type { Recording } from './log';

/**
 * Returns a recording with the requests and hints that the background dropped or withheld added to its
 * counts.
 */
export function withLosses(
  recording: Recording,
  message: Extract<ToWatcher, { type: 'lost' | 'withheld' }>,
): Recording {
  if (message.type === 'withheld') {
    return { ...recording, droppedWorkerRequests: recording.droppedWorkerRequests + message.count };
  }
  return {
    ...recording,
    dropped: recording.dropped + message.requests,
    droppedHints: recording.droppedHints + message.hints,
  };
}
