import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { PageScripts } from '../../platform/page-scripts';
import type { Language } from '../../prose';
import type { CookieAccess } from '../session/cookie-access';
import type { Opening } from '../session/open-file';
import type { PanelStore } from '../store/store';
import { Bar } from './bar/Bar';
import type { FileProgress } from './bar/FileProgressStrip';
import type { ShownFile } from './bar/FileStrip';
import { StatusLine } from './bar/StatusLine';
import { tabId, viewId } from './bar/Tabs';
import type { Exporting } from './export/use-written';
import { RequestsView } from './requests/RequestsView';
import { isFindKey } from './ui/grid-keys';
import { useFileDrop } from './ui/use-file-drop';
import { useLater } from './ui/use-later';
import { wordsOf } from './words';

/** The actions that the panel needs from its environment. */
export interface PanelActions {
  /** Reloads the inspected page. */
  reload(): void;
  /** Requests host permission from the user. */
  permit(): void;
  /** Copies text to the clipboard. Resolves with false if the browser did not allow it. */
  copy(text: string): Promise<boolean>;
  /** Turns the reading of message data on or off. */
  setData(on: boolean): void;
  /** Returns the page's scripts that the browser provides without fetching them again. */
  readScripts(): Promise<PageScripts>;
  readonly exporting: Exporting;
  /** Opens the browser's cookie store; null if there is no browser. */
  readonly cookies: (() => Promise<CookieAccess>) | null;
  /**
   * Opens a file in place of the recording. Resolves with what is wrong with it; null if it is shown. Rejects with the
   * reason of the signal if that stops it.
   */
  openFile(file: File, opening: Opening): Promise<string | null>;
  /** Shows the recording again. */
  closeFile(): void;
  /** Opens a URL in a new tab. The default is `window.open()`. */
  openUrl?(url: string): void;
}

interface PanelProps {
  store: PanelStore;
  /** The current language. */
  language: Language;
  actions: PanelActions;
  /** The file that is shown; null while the recording is. */
  file?: ShownFile | null;
}

const noticeMs = 2500;
const loadOrigins = async (language: Language) => {
  const [view] = await Promise.all([
    import('./origins/OriginsView'),
    import('../../prose/origins').then(({ originsProse }) => originsProse.load(language)),
  ]);
  return view;
};
const loadMessages = () => import('./messages/MessagesView');
const loadMap = () => import('./map/MapView');
const loadAdvice = () => import('./advice/AdviceView');
const openInTab = (url: string) => {
  window.open(url, '_blank', 'noreferrer');
};

/** Draws the panel: the bar, the current view and the status line. */
export function Panel({ store, language, actions, file = null }: PanelProps) {
  const words = wordsOf(language);
  const filterField = useRef<HTMLInputElement>(null);
  const notice = useSignal<string | null>(null);
  const problem = useSignal<string | null>(null);
  const progress = useSignal<FileProgress | null>(null);
  const view = store.view.value;
  const origins = useLater(
    useCallback(() => loadOrigins(language), [language]),
    view === 'origins',
  );
  const messages = useLater(loadMessages, view === 'messages');
  const map = useLater(loadMap, view === 'map');
  const advice = useLater(loadAdvice, view === 'advice');
  const { copy: write, openUrl = openInTab } = actions;

  const copy = useCallback(
    (text: string, what: string) => {
      const report = (isCopied: boolean) => {
        notice.value = isCopied ? words.ui.status.copied(what) : words.ui.status.notCopied;
      };
      write(text).then(report, () => report(false));
    },
    [write, words],
  );
  useEffect(() => {
    if (notice.value === null) return;
    const timer = setTimeout(() => {
      notice.value = null;
    }, noticeMs);
    return () => clearTimeout(timer);
  }, [notice.value]);

  useEffect(() => {
    const find = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement && /^(search|text)$/.test(event.target.type);
      const { current: field } = filterField;
      if (!field || !isFindKey(event) || (isTyping && event.key === '/')) return;
      event.preventDefault();
      field.focus();
      field.select();
    };
    document.addEventListener('keydown', find);
    return () => document.removeEventListener('keydown', find);
  }, []);

  const openFile = useCallback(
    (chosen: File) => {
      problem.value = null;
      progress.value?.stop();
      const stopping = new AbortController();
      const own: FileProgress = { name: chosen.name, share: 0, stop: () => stopping.abort() };
      progress.value = own;
      const onProgress = (share: number) => {
        if (!stopping.signal.aborted) progress.value = { ...own, share };
      };
      actions
        .openFile(chosen, { signal: stopping.signal, onProgress })
        .then(
          (found) => {
            problem.value = found;
          },
          (error: unknown) => {
            if (!stopping.signal.aborted) problem.value = String(error);
          },
        )
        .finally(() => {
          // Another file may be read already.
          if (!stopping.signal.aborted) progress.value = null;
        });
    },
    [actions],
  );
  useFileDrop(openFile);

  const viewBefore = useRef(view);
  useEffect(() => {
    if (viewBefore.current === view) return;
    viewBefore.current = view;
    // The element that opened this view may have been removed with the previous view.
    if (document.activeElement === document.body) document.getElementById(viewId)?.focus();
  }, [view]);

  return (
    <div class="panel" lang={language}>
      <Bar
        store={store}
        words={words}
        filterField={filterField}
        exporting={actions.exporting}
        file={file}
        problem={problem.value}
        progress={progress.value}
        onStopReading={() => {
          progress.value?.stop();
          progress.value = null;
        }}
        onReload={actions.reload}
        onFile={openFile}
        onCloseFile={actions.closeFile}
        onProblemRead={() => {
          problem.value = null;
        }}
      />
      <div class="view" id={viewId} role="tabpanel" tabIndex={-1} aria-labelledby={tabId(view)}>
        {view === 'requests' ? (
          <RequestsView
            store={store}
            words={words}
            filterField={filterField}
            cookies={actions.cookies}
            onReload={actions.reload}
            onPermit={actions.permit}
            onCopy={copy}
            onWrite={write}
            onNotice={(text) => {
              notice.value = text;
            }}
            onOpenUrl={openUrl}
          />
        ) : view === 'origins' ? (
          origins && <origins.OriginsView store={store} words={words} onCopy={copy} />
        ) : view === 'map' ? (
          map && <map.MapView panel={store} words={words} />
        ) : view === 'advice' ? (
          advice && <advice.AdviceView panel={store} words={words} />
        ) : (
          messages && (
            <messages.MessagesView
              panel={store}
              words={words}
              filterField={filterField}
              onReload={actions.reload}
              onReadData={actions.setData}
              onReadScripts={actions.readScripts}
            />
          )
        )}
      </div>
      <StatusLine
        recording={store.recording.value}
        counts={store.counts.value}
        isRecording={store.isRecording.value}
        notice={notice.value}
        onPermit={actions.permit}
        words={words}
      />
    </div>
  );
}
