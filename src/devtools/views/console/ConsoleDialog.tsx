import { useMemo } from 'preact/hooks';
import { requestsOfMessage } from '../../../diagnosis/console/find-requests';
import { maxConsoleText, readConsoleMessages } from '../../../diagnosis/console/read-messages';
import { consoleProse } from '../../../prose/console-prose';
import type { PanelStore } from '../../store/store';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import type { Words } from '../words';
import { MessageItem } from './MessageItem';
import '../ui/pasted-text.css';
import './console.css';

interface ConsoleDialogProps {
  store: PanelStore;
  /** The pasted text. */
  text: string;
  words: Words;
  onShow(id: string): void;
  /** Opens the dialog for what would be with the text. */
  onWhatIf(): void;
  onOpenUrl(url: string): void;
}

/** Draws the dialog that explains pasted console messages: the requests that they are about, and what they mean. */
export function ConsoleDialog({ store, text, words, onShow, onWhatIf, onOpenUrl }: ConsoleDialogProps) {
  const prose = consoleProse.in(words.language);
  const { exchanges, verdictOf, rowOf } = store;
  const requests = exchanges.value;
  const messages = useMemo(() => readConsoleMessages(text), [text]);
  const found = useMemo(
    () => messages.map((message) => ({ message, matches: requestsOfMessage(message, requests, verdictOf) })),
    [messages, requests, verdictOf],
  );
  return (
    <Dialog
      name="console"
      title={prose.title}
      closeLabel={prose.close}
      onClose={() => store.setConsoleText(null)}
    >
      <label class="console-field">
        <span class="quiet">{prose.field}</span>
        <textarea
          class="pasted-text"
          rows={4}
          autoFocus
          spellcheck={false}
          maxLength={maxConsoleText}
          value={text}
          onInput={(event) => store.setConsoleText(event.currentTarget.value)}
        />
      </label>
      <div aria-live="polite">
        {found.length === 0 && text.trim() !== '' && <p class="quiet">{prose.unknownHint}</p>}
        <ol class="console-messages">
          {found.map(({ message, matches }, index) => (
            <MessageItem
              key={`${index} ${message.text}`}
              message={message}
              isQuoted={found.length > 1}
              matches={matches}
              words={words}
              rowOf={rowOf}
              onShow={onShow}
              onOpenUrl={onOpenUrl}
            />
          ))}
        </ol>
      </div>
      {messages.some(({ browser, url }) => browser !== null && url !== null) && (
        <button type="button" class="button" onClick={onWhatIf}>
          <Icon name="what-if" />
          {words.ui.menu.whatIf}
        </button>
      )}
    </Dialog>
  );
}
