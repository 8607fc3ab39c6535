import type { Words } from '../words';
import type { Emptiness } from './emptiness';

interface EmptyProps {
  why: Emptiness;
  startedBefore: number;
  hostPermission: boolean;
  /** Whether the filter contains a console message. */
  isMessage: boolean;
  words: Words;
  onReload(): void;
  onPermit(): void;
  onClearFilter(): void;
  onRecord(): void;
  onExplain(): void;
}

/** Draws the placeholder for an empty table: why it is empty, and what to do. */
export function Empty({ why, startedBefore, hostPermission, isMessage, words, ...on }: EmptyProps) {
  const { bar, empty, status } = words.ui;
  return (
    <div class="empty">
      <p class="empty-what">{empty[why]}</p>
      <p>{empty[`${why}Hint`]}</p>
      {why === 'recording' && startedBefore > 0 && <p>{status.startedBefore(startedBefore)}</p>}
      {why === 'recording' && !hostPermission && (
        <p class="status-warning">
          <b>{status.noHostPermission}.</b> {status.noHostPermissionMeaning}
        </p>
      )}
      {why === 'recording' && !hostPermission && (
        <button type="button" class="button" onClick={on.onPermit}>
          {status.givePermission}
        </button>
      )}
      {why === 'recording' && (
        <button type="button" class="button" onClick={on.onReload}>
          {bar.reload}
        </button>
      )}
      {why === 'filtered' && (
        <button type="button" class="button" onClick={on.onClearFilter}>
          {bar.clearFilter}
        </button>
      )}
      {isMessage && (
        <button type="button" class="button is-first" onClick={on.onExplain}>
          {bar.explainThis}
        </button>
      )}
      {why === 'paused' && (
        <button type="button" class="button" onClick={on.onRecord}>
          {empty.resume}
        </button>
      )}
    </div>
  );
}
