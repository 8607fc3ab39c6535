import { useRef, useState } from 'preact/hooks';
import { messagesStoreOf } from '../../store/messages-store';
import type { PanelStore } from '../../store/store';
import { SplitView } from '../ui/SplitView';
import type { Words } from '../words';
import { AdviceDetail } from './AdviceDetail';
import { AdviceTable } from './AdviceTable';
import { useAdvice } from './use-advice';
import '../detail/detail.css';
import './advice.css';

interface AdviceViewProps {
  panel: PanelStore;
  words: Words;
}

/** Draws the Advice view: what the whole recording shows that should be changed. */
export function AdviceView({ panel, words }: AdviceViewProps) {
  const list = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const advice = useAdvice(panel, words.language);
  const given = advice?.given ?? [];
  const open = given.find(({ id }) => id === selected) ?? null;

  const close = () => {
    setSelected(null);
    list.current?.querySelector<HTMLElement>('.advice-title[tabindex="0"]')?.focus({ preventScroll: true });
  };
  return (
    <SplitView
      name="advice"
      initialShare={0.5}
      label={words.ui.detail.resize}
      aside={
        open &&
        advice && (
          <AdviceDetail
            key={open.id}
            given={open}
            advice={advice.words}
            panel={panel}
            words={words}
            onRequest={(id) => {
              panel.clearFilter();
              panel.select(id);
              panel.setDetailOpen(true);
              panel.setView('requests');
            }}
            onEvent={(id) => {
              const messages = messagesStoreOf(panel);
              messages.select(id);
              messages.setDetailOpen(true);
              panel.setView('messages');
            }}
            onClose={close}
          />
        )
      }
    >
      <div class="advice-list" ref={list}>
        {!advice ? (
          <p class="empty-what">…</p>
        ) : given.length === 0 ? (
          <div class="advice-none">
            <p class="empty-what">{advice.words.nothing}</p>
            <p>{advice.words.nothingHint}</p>
          </div>
        ) : (
          <AdviceTable
            given={given}
            selected={selected}
            advice={advice.words}
            words={words}
            onSelect={setSelected}
          />
        )}
      </div>
    </SplitView>
  );
}
