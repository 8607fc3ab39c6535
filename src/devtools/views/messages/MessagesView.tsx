import type { RefObject } from 'preact';
import { useCallback, useMemo, useRef } from 'preact/hooks';
import { messagesProseFor } from '../../../prose/messages';
import { relaysOf } from '../../../recording/crossings/relays-of';
import { lanesOf } from '../../store/lanes';
import { messagesStoreOf } from '../../store/messages-store';
import type { PanelStore } from '../../store/store';
import { SplitView } from '../ui/SplitView';
import { useAtMost } from '../ui/use-at-most';
import { useFocusOnceDrawn } from '../ui/use-focus-once-drawn';
import type { Words } from '../words';
import { messagesEmptiness } from './emptiness';
import { lanesWidth } from './LanesCell';
import { MessageDetail } from './MessageDetail';
import { MessagesBar } from './MessagesBar';
import { MessagesEmpty } from './MessagesEmpty';
import { MessagesTable } from './MessagesTable';
import { RequestAside } from './RequestAside';
import type { ReadScripts } from './read-scripts';
import '../detail/detail.css';
import './messages.css';

interface MessagesViewProps {
  panel: PanelStore;
  words: Words;
  filterField: RefObject<HTMLInputElement | null>;
  onReload(): void;
  /** Turns the reading of message data on or off. */
  onReadData(on: boolean): void;
  onReadScripts: ReadScripts;
}

const redrawMs = 500;
/** Up to this number of events, lanes are recomputed with every frame; above it, every `redrawMs`. */
const fewEvents = 2_000;

/** Draws the Messages view: the timeline of page events and the detail of the selected one. */
export function MessagesView(props: MessagesViewProps) {
  const { panel, words, filterField, onReload, onReadData, onReadScripts } = props;
  const table = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLDivElement>(null);
  const detailFocus = useFocusOnceDrawn(detail);
  const store = messagesStoreOf(panel);
  const prose = messagesProseFor(words.language);

  const selected = store.selected.value;
  const request = store.selectedRequest.value;
  const isOpen = store.isDetailOpen.value && (selected !== null || request !== null);
  const emptiness = messagesEmptiness(panel, store.timeline.value.length, store.counts.value.total);
  const recorded = panel.pageEvents.value;
  const inLanes = useAtMost(recorded, recorded.length > fewEvents ? redrawMs : 0);
  const lanes = useMemo(() => lanesOf(inLanes), [inLanes]);
  const events = useAtMost(recorded, redrawMs);
  const entries = useAtMost(panel.entries.value, redrawMs);
  const { frames } = panel.page.value;
  const { parts } = useMemo(() => relaysOf(events, entries, frames), [events, entries, frames]);

  const select = useCallback(
    (id: string) => {
      store.select(id);
      store.setDetailOpen(true);
    },
    [store],
  );
  const clearFilter = () => {
    store.clearFilter();
    filterField.current?.focus();
  };
  const close = useCallback(() => {
    detailFocus.end();
    store.setDetailOpen(false);
    table.current?.focus({ preventScroll: true });
  }, [store, detailFocus]);
  return (
    <SplitView
      name="messages"
      initialShare={0.6}
      label={words.ui.detail.resize}
      style={{ '--lanes': `${lanesWidth(lanes) + 10}px` }}
      aside={
        isOpen && (
          <>
            {request && (
              <RequestAside
                key={request.facts.id}
                pane={detail}
                entry={request}
                prose={prose}
                words={words}
                onShow={() => {
                  panel.select(request.facts.id);
                  panel.setDetailOpen(true);
                  panel.setView('requests');
                }}
                onClose={close}
              />
            )}
            {selected && (
              <MessageDetail
                key={selected.id}
                pane={detail}
                event={selected}
                part={parts.get(selected.id) ?? null}
                panel={panel}
                prose={prose}
                words={words}
                onReadScripts={onReadScripts}
                onSelect={(id) => {
                  detailFocus.wish();
                  store.select(id);
                }}
                onClose={close}
              />
            )}
          </>
        )
      }
    >
      <div class="messages-list">
        <MessagesBar
          store={store}
          dropped={panel.recording.value.droppedPageEvents}
          filterField={filterField}
          prose={prose}
          words={words}
          onClearFilter={clearFilter}
          onReadData={(on) => {
            store.setReadsData(on);
            onReadData(on);
          }}
        />
        <div class="list">
          <MessagesTable
            table={table}
            store={store}
            lanes={lanes}
            parts={parts}
            prose={prose}
            words={words}
            onSelect={select}
            onOpen={() => {
              if (!selected && !request) return;
              if (isOpen) detail.current?.focus();
              else detailFocus.wish();
              store.setDetailOpen(true);
            }}
            onClose={close}
          />
          {emptiness && (
            <MessagesEmpty
              why={emptiness}
              isPageWorldOn={panel.settings.value.pageWorld}
              prose={prose}
              words={words}
              onReload={onReload}
              onClearFilter={clearFilter}
              onRecord={() => panel.setRecording(true)}
              onPageWorld={() => panel.setSettings({ pageWorld: true })}
            />
          )}
        </div>
      </div>
    </SplitView>
  );
}
