import type { Recording } from '../../../recording/log/log';
import type { Counts } from '../../store/counts';
import { Icon } from '../ui/Icon';
import type { Words } from '../words';
import { statusItems } from './status-items';

interface StatusLineProps {
  recording: Recording;
  counts: Counts;
  isRecording: boolean;
  /** A short message about the last action. */
  notice: string | null;
  words: Words;
  /** Requests host permission from the user. */
  onPermit(): void;
}

/** Draws the status line: how many requests are shown, and what limits the recording. */
export function StatusLine({ recording, counts, isRecording, notice, words, onPermit }: StatusLineProps) {
  const { status } = words.ui;
  return (
    <section class="status" aria-label={status.label}>
      <span class="status-count">{status.shown(counts.shown, counts.total)}</span>
      {statusItems(recording, isRecording, status).map(({ text, meaning, isWarning, remedy }) => (
        <span key={text} class={isWarning ? 'status-warning' : undefined} title={meaning ?? text}>
          {isWarning && <Icon name="warning" />}
          {text}
          {remedy && (
            <button type="button" class="link" onClick={onPermit}>
              {remedy}
            </button>
          )}
        </span>
      ))}
      <output class="notice">{notice}</output>
    </section>
  );
}
