import type { MessagesProse } from '../../../prose/messages';
import type { Emptiness } from '../requests/emptiness';
import type { Words } from '../words';

interface MessagesEmptyProps {
  why: Emptiness;
  isPageWorldOn: boolean;
  prose: MessagesProse;
  words: Words;
  onReload(): void;
  onClearFilter(): void;
  onRecord(): void;
  onPageWorld(): void;
}

/** Draws the placeholder for an empty timeline: why it is empty, and what to do. */
export function MessagesEmpty({ why, isPageWorldOn, prose, words: { ui }, ...on }: MessagesEmptyProps) {
  const { empty } = prose;
  const text =
    why === 'connecting' || why === 'restricted'
      ? { what: ui.empty[why], hint: ui.empty[`${why}Hint`] }
      : empty[why];
  return (
    <div class="empty">
      <p class="empty-what">{text.what}</p>
      <p>{text.hint}</p>
      {why === 'recording' && !isPageWorldOn && <p class="status-warning">{empty.pageWorldOff}</p>}
      {why === 'recording' && !isPageWorldOn && (
        <button type="button" class="button" onClick={on.onPageWorld}>
          {empty.turnOn}
        </button>
      )}
      {why === 'recording' && (
        <button type="button" class="button" onClick={on.onReload}>
          {ui.bar.reload}
        </button>
      )}
      {why === 'filtered' && (
        <button type="button" class="button" onClick={on.onClearFilter}>
          {ui.bar.clearFilter}
        </button>
      )}
      {why === 'paused' && (
        <button type="button" class="button" onClick={on.onRecord}>
          {ui.empty.resume}
        </button>
      )}
    </div>
  );
}
