import type { RefObject } from 'preact';
import { lastHop } from '../../../exchange/facts/facts';
import type { MessagesProse } from '../../../prose/messages';
import type { Entry } from '../../../recording/log/entries';
import { ToolButton } from '../ui/ToolButton';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

interface RequestAsideProps {
  pane: RefObject<HTMLDivElement | null>;
  entry: Entry;
  prose: MessagesProse;
  words: Words;
  onShow(): void;
  onClose(): void;
}

/** Draws the summary of a request in the timeline, with a button to its full detail. */
export function RequestAside({ pane, entry, prose, words, onShow, onClose }: RequestAsideProps) {
  const { method, url } = lastHop(entry.facts);
  const { label, meaning } = words.prose.outcomes[entry.outcome];
  return (
    <aside
      ref={pane}
      class="detail"
      tabIndex={-1}
      aria-label={words.ui.detail.label}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div class="detail-head">
        <span class="detail-request">
          <b>{prose.request.label}</b>
        </span>
        <ToolButton icon="close" label={words.ui.detail.close} onPress={onClose} />
      </div>
      <div class="detail-body request-aside">
        <p>
          <code>
            <Visible text={`${method} ${url}`} />
          </code>
        </p>
        <p class={`outcome-${entry.outcome}`}>
          <b>{label}</b>: {meaning}
        </p>
        <button type="button" class="button" onClick={onShow}>
          {prose.request.show}
        </button>
      </div>
    </aside>
  );
}
