import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ComparedFile } from '../../../files/compared-file';
import { comparisonWords } from '../../../prose/comparison';
import { shortUrl } from '../../../prose/short-url';
import { visibleText } from '../../../prose/visible-text';
import { comparisonMarkdown } from '../../../report/comparison-markdown';
import type { PanelStore, Row } from '../../store/store';
import type { Around } from '../detail/around';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { ComparisonView } from './ComparisonView';
import { compareWith, fileOptions, type Option, recordedOptions, toShare } from './comparing';
import { FileField } from './FileField';
import './compare.css';

interface CompareDialogProps {
  store: PanelStore;
  /** The request to compare with another one. */
  row: Row;
  around: Around;
  words: Words;
  onCopy(text: string): Promise<boolean>;
  onClose(): void;
}

/** Draws the dialog that compares a request with another one of the recording, or with one of a file. */
export function CompareDialog({ store, row, around, words, onCopy, onClose }: CompareDialogProps) {
  const { language } = words;
  const prose = comparisonWords.in(language);
  const select = useRef<HTMLSelectElement>(null);
  const [file, setFile] = useState<ComparedFile | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [notice, setNotice] = useState('');
  useLayoutEffect(() => select.current?.focus(), []);
  const rows = store.entries.value;
  // Requests are recorded all the time, and a file can have many.
  const inFile = useMemo(() => (file ? fileOptions(row, file) : []), [row, file]);
  const recorded = useMemo(() => recordedOptions(row, store), [row, store, rows]);
  const options = useMemo(() => [...inFile, ...recorded], [inFile, recorded]);
  const selected = options.find(({ key }) => key === chosen) ?? options[0];
  const comparison = useMemo(
    () => (selected ? compareWith(row, selected, around, file) : null),
    [row, selected?.key, around.exchanges, file],
  );
  const copy = () => {
    if (!comparison) return;
    const report = (isCopied: boolean) => setNotice(isCopied ? prose.copied : prose.notCopied);
    onCopy(comparisonMarkdown(toShare(comparison), language)).then(report, () => report(false));
  };
  const hop = row.entry.facts.hops[0];
  const groups = [...new Set(options.map(({ group }) => group))];
  const labelOf = (group: string, { group: name, isInFile }: Option) =>
    isInFile && file ? prose.inFile(prose.groups[name], file.name) : prose.groups[name] || group;
  return (
    <Dialog name="compare" title={prose.title} closeLabel={prose.close} onClose={onClose}>
      <p class="compare-subject request-line">
        <span class="quiet">{prose.this}</span>{' '}
        <span class={`outcome-${row.verdict.outcome}`}>
          <Icon name={row.verdict.outcome} />{' '}
          <b>
            <Visible text={`${hop?.method ?? ''} ${shortUrl(hop?.url ?? '')}`} />
          </b>
        </span>
      </p>
      <label class="compare-field">
        <span class="quiet">{prose.choose}</span>
        <select
          ref={select}
          value={selected?.key}
          disabled={!selected}
          onChange={(event) => {
            setChosen(event.currentTarget.value);
            setNotice('');
          }}
        >
          {!selected && <option>{prose.none}</option>}
          {[true, false].flatMap((isInFile) =>
            groups.map((group) => {
              const listed = options.filter(
                (option) => option.group === group && option.isInFile === isInFile,
              );
              const [first] = listed;
              return (
                first && (
                  <optgroup key={`${isInFile} ${group}`} label={labelOf(group, first)}>
                    {listed.map((option) => (
                      <option key={option.key} value={option.key}>
                        {optionText(option, words)}
                      </option>
                    ))}
                  </optgroup>
                )
              );
            }),
          )}
        </select>
      </label>
      <FileField
        language={language}
        words={prose}
        file={file}
        sites={around.sites}
        onRead={(read) => {
          setFile(read);
          setChosen(null);
          setNotice('');
        }}
      />
      {comparison && <ComparisonView comparison={comparison} words={words} />}
      <footer class="compare-actions">
        <output>{notice}</output>
        <button type="button" class="button" disabled={!comparison} onClick={copy}>
          <Icon name="copy" />
          {prose.copy}
        </button>
      </footer>
    </Dialog>
  );
}

/** What tells a request from others: how it ended, its method and URL, and when it started. */
function optionText({ method, url, outcome, startedAtMs }: Option, { language, prose }: Words): string {
  const ended = outcome === null ? comparisonWords.in(language).notKnown : prose.outcomes[outcome].label;
  const time = startedAtMs === null ? '' : ` · ${new Date(startedAtMs).toLocaleTimeString(language)}`;
  return visibleText(`${ended} · ${method.slice(0, 40)} ${shortUrl(url)}${time}`);
}
