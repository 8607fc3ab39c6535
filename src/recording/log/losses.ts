import type { ToWatcher } from '../../protocol/messages';
import type { Recording } from './log';

/** Adds what the background could not send, or held back, to the counts of a recording. */
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
