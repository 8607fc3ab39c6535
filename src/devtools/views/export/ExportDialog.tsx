import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { reportProseFor } from '../../../prose/report-prose';
import type { Redaction } from '../../../recording/redaction/rules';
import { type FormatId, formatIds } from '../../../report/formats';
import { shownPageEvents } from '../../store/shown-page-events';
import type { PanelStore } from '../../store/store';
import { ToolButton } from '../ui/ToolButton';
import type { Words } from '../words';
import { Choice } from './Choice';
import { Preview } from './Preview';
import { type Exporting, useWritten } from './use-written';
import './export.css';

const noEvents: ReadonlySet<string> = new Set();
const redactions: readonly Redaction[] = ['minimal', 'readable', 'everything'];

interface ExportDialogProps {
  store: PanelStore;
  words: Words;
  exporting: Exporting;
  onClose(): void;
}

/** What leaves the panel, and how: it is shown before it does. */
export function ExportDialog({ store, words, exporting, onClose }: ExportDialogProps) {
  const { language } = words;
  const said = reportProseFor(language).dialog;
  const dialog = useRef<HTMLDialogElement>(null);
  const [format, setFormat] = useState<FormatId>('json');
  const [isFiltered, setFiltered] = useState(false);
  const [redaction, setRedaction] = useState<Redaction>('minimal');
  const [notice, setNotice] = useState('');
  // What was recorded when the dialog was opened decides; what comes later is not in the preview.
  const { rows, counts, eventCount, shownEvents } = useMemo(
    () => ({
      rows: store.rows.peek(),
      counts: store.counts.peek(),
      eventCount: store.pageEvents.peek().length,
      shownEvents: shownPageEvents(store),
    }),
    [store],
  );
  const ids = useMemo(() => (isFiltered ? new Set(rows.map(({ id }) => id)) : null), [rows, isFiltered]);
  // Whoever filters requests alone wants these, and not all that frames said beside them.
  const eventIds = isFiltered ? (shownEvents ?? noEvents) : null;
  const isNothingFiltered = counts.shown === counts.total && shownEvents === null;
  const written = useWritten(exporting, { format, ids, eventIds, redaction, language });
  const isReady = written !== null && 'pieces' in written;

  useLayoutEffect(() => dialog.current?.showModal(), []);
  const choose =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setNotice('');
      set(value);
    };
  const save = () => {
    if (!isReady) return;
    exporting.save(written.name, written.type, written.pieces);
    setNotice(said.saved(written.name));
  };
  const copy = () => {
    if (!isReady) return;
    const say = (isCopied: boolean) => setNotice(isCopied ? said.copied : said.notCopied);
    exporting.copy(written.pieces.join('')).then(say, () => say(false));
  };

  return (
    <dialog
      ref={dialog}
      class="export"
      aria-labelledby="export-title"
      onClose={onClose}
      onKeyDown={(event) => {
        // Neither the panel's own keys nor those of DevTools.
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        dialog.current?.close();
      }}
    >
      <header class="export-head">
        <h2 id="export-title">{said.title}</h2>
        <ToolButton icon="close" label={said.close} onPress={() => dialog.current?.close()} />
      </header>
      <div class="export-choices">
        <Choice
          legend={said.format}
          name="export-format"
          chosen={format}
          options={formatIds.map((value) => ({ value, ...said.formats[value] }))}
          onChoose={choose<FormatId>(setFormat)}
        />
        <Choice
          legend={said.scope}
          name="export-scope"
          chosen={isFiltered}
          options={[
            { value: false, label: said.all(counts.total, eventCount) },
            {
              value: true,
              label: said.filtered(
                counts.shown,
                isNothingFiltered ? eventCount : (eventIds ?? shownEvents ?? noEvents).size,
              ),
              meaning: said.filteredMeaning,
              isDisabled: isNothingFiltered,
            },
          ]}
          onChoose={choose<boolean>(setFiltered)}
        />
        <Choice
          legend={said.values}
          name="export-values"
          chosen={redaction}
          options={redactions.map((value) => ({ value, ...said.redactions[value] }))}
          onChoose={choose<Redaction>(setRedaction)}
        />
      </div>
      <p
        class={`export-meaning ${redaction === 'everything' ? 'export-warning' : 'quiet'}`}
        aria-live="polite"
      >
        {said.redactions[redaction].meaning}
      </p>
      <Preview written={written} isMarked={redaction !== 'everything'} said={said} />
      <footer class="export-actions">
        <output class="export-notice">{notice}</output>
        <button type="button" class="button" disabled={!isReady} onClick={copy}>
          {said.copy}
        </button>
        <button type="button" class="button is-first" disabled={!isReady} onClick={save}>
          {said.save}
        </button>
      </footer>
    </dialog>
  );
}
