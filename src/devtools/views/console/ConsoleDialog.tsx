import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { requestsOfMessage } from '../../../diagnosis/console/find-requests';
import { maxConsoleText, readConsoleMessages } from '../../../diagnosis/console/read-messages';
import { consoleProseFor } from '../../../prose/console-prose';
import type { PanelStore } from '../../store/store';
import { ToolButton } from '../ui/ToolButton';
import type { Words } from '../words';
import { MessageItem } from './MessageItem';
import './console.css';

interface ConsoleDialogProps {
  store: PanelStore;
  /** The pasted text. */
  text: string;
  words: Words;
  onShow(id: string): void;
  onOpenUrl(url: string): void;
}

/** Draws the dialog that explains pasted console messages: the requests that they are about, and what they mean. */
export function ConsoleDialog({ store, text, words, onShow, onOpenUrl }: ConsoleDialogProps) {
  const prose = consoleProseFor(words.language);
  const dialog = useRef<HTMLDialogElement>(null);
  const { exchanges, verdictOf, rowOf } = store;
  const requests = exchanges.value;
  const messages = useMemo(() => readConsoleMessages(text), [text]);
  const found = useMemo(
    () => messages.map((message) => ({ message, matches: requestsOfMessage(message, requests, verdictOf) })),
    [messages, requests, verdictOf],
  );
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="console"
      aria-labelledby="console-title"
      onClose={() => store.setConsoleText(null)}
      onKeyDown={(event) => {
        // Keep keys from the panel's and DevTools' own shortcuts.
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        dialog.current?.close();
      }}
    >
      <header class="console-head">
        <h2 id="console-title">{prose.title}</h2>
        <ToolButton icon="close" label={prose.close} onPress={() => dialog.current?.close()} />
      </header>
      <label class="console-field">
        <span class="quiet">{prose.field}</span>
        <textarea
          rows={4}
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
              matches={matches}
              words={words}
              rowOf={rowOf}
              onShow={onShow}
              onOpenUrl={onOpenUrl}
            />
          ))}
        </ol>
      </div>
    </dialog>
  );
}
