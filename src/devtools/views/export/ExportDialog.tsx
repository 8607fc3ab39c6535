import { useMemo, useState } from 'preact/hooks';
import { reportProseFor } from '../../../prose/report-prose';
import type { Redaction } from '../../../recording/redaction/rules';
import { type FormatId, formatIds } from '../../../report/formats';
import { shownPageEvents } from '../../store/shown-page-events';
import type { PanelStore } from '../../store/store';
import { Dialog } from '../ui/Dialog';
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

/** Draws the export dialog: format, contents, redaction and a preview. */
export function ExportDialog({ store, words, exporting, onClose }: ExportDialogProps) {
  const { language } = words;
  const prose = reportProseFor(language).dialog;
  const [format, setFormat] = useState<FormatId>('json');
  const [isFiltered, setFiltered] = useState(false);
  const [redaction, setRedaction] = useState<Redaction>('minimal');
  const [notice, setNotice] = useState('');
  // Use the rows from when the dialog opened, because the preview does not contain later ones.
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
  // If only requests are filtered, export no page events.
  const eventIds = isFiltered ? (shownEvents ?? noEvents) : null;
  const isNothingFiltered = counts.shown === counts.total && shownEvents === null;
  const written = useWritten(exporting, { format, ids, eventIds, redaction, language });
  const isReady = written !== null && 'content' in written;

  const choose =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setNotice('');
      set(value);
    };
  const save = () => {
    if (!isReady) return;
    exporting.save(written.name, written.content);
    setNotice(prose.saved(written.name));
  };
  const copy = () => {
    if (!isReady) return;
    const report = (isCopied: boolean) => setNotice(isCopied ? prose.copied : prose.notCopied);
    written.content
      .text()
      .then(exporting.copy)
      .then(report, () => report(false));
  };

  return (
    <Dialog name="export" title={prose.title} closeLabel={prose.close} onClose={onClose}>
      <div class="export-choices">
        <Choice
          legend={prose.format}
          name="export-format"
          chosen={format}
          options={formatIds.map((value) => ({ value, ...prose.formats[value] }))}
          onChoose={choose<FormatId>(setFormat)}
        />
        <Choice
          legend={prose.scope}
          name="export-scope"
          chosen={isFiltered}
          options={[
            { value: false, label: prose.all(counts.total, eventCount) },
            {
              value: true,
              label: prose.filtered(
                counts.shown,
                isNothingFiltered ? eventCount : (eventIds ?? shownEvents ?? noEvents).size,
              ),
              meaning: prose.filteredMeaning,
              isDisabled: isNothingFiltered,
            },
          ]}
          onChoose={choose<boolean>(setFiltered)}
        />
        <Choice
          legend={prose.values}
          name="export-values"
          chosen={redaction}
          options={redactions.map((value) => ({ value, ...prose.redactions[value] }))}
          onChoose={choose<Redaction>(setRedaction)}
        />
      </div>
      <p
        class={`export-meaning ${redaction === 'everything' ? 'export-warning' : 'quiet'}`}
        aria-live="polite"
      >
        {prose.redactions[redaction].meaning}
      </p>
      <Preview written={written} isMarked={redaction !== 'everything'} said={prose} />
      <footer class="export-actions">
        <output class="export-notice">{notice}</output>
        <button type="button" class="button" disabled={!isReady} onClick={copy}>
          {prose.copy}
        </button>
        <button type="button" class="button is-first" disabled={!isReady} onClick={save}>
          {prose.save}
        </button>
      </footer>
    </Dialog>
  );
}
