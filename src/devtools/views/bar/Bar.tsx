import type { RefObject } from 'preact';
import type { PanelStore } from '../../store/store';
import { ExportButton } from '../export/ExportButton';
import type { Exporting } from '../export/use-written';
import { FilterField } from '../ui/FilterField';
import { ToolButton } from '../ui/ToolButton';
import type { Words } from '../words';
import { Chips } from './Chips';
import { FileProblem } from './FileProblem';
import { type FileProgress, FileProgressStrip } from './FileProgressStrip';
import { FileStrip, type ShownFile } from './FileStrip';
import { ImportButton } from './ImportButton';
import { SettingsMenu } from './SettingsMenu';
import { Tabs } from './Tabs';

interface BarProps {
  store: PanelStore;
  words: Words;
  filterField: RefObject<HTMLInputElement | null>;
  exporting: Exporting;
  /** The file that is shown; null while the recording is. */
  file: ShownFile | null;
  /** What is wrong with a file that was not opened. */
  problem: string | null;
  /** The file that is being read. */
  progress: FileProgress | null;
  onStopReading(): void;
  onReload(): void;
  onFile(file: File): void;
  onCloseFile(): void;
  onProblemRead(): void;
}

/** Draws the toolbar: recording, settings, export, tabs and filters. */
export function Bar(props: BarProps) {
  const {
    store,
    words,
    filterField,
    exporting,
    file,
    problem,
    progress,
    onStopReading,
    onReload,
    onFile,
    onCloseFile,
    onProblemRead,
  } = props;
  const { bar } = words.ui;
  const filter = store.filter.value;
  const view = store.view.value;
  // The button that clears a filter disappears with it, so move the focus to the filter field.
  const toFilter = (clear: () => void) => () => {
    clear();
    filterField.current?.focus();
  };
  return (
    <section class="bar" aria-label={bar.label}>
      <div class="bar-tools">
        {file === null && <RecordingTools store={store} words={words} onReload={onReload} />}
        {view === 'requests' && (
          <FilterField
            text={filter.text}
            field={filterField}
            label={bar.filter}
            placeholder={bar.filterPlaceholder}
            meaning={bar.filterMeaning}
            onText={store.setText}
          />
        )}
        {view === 'requests' && (
          <ToolButton icon="console" label={bar.explainMessage} onPress={() => store.setConsoleText('')} />
        )}
        {view === 'requests' && (
          <ToolButton
            icon="what-if"
            label={bar.openWhatIf}
            onPress={() => store.setWhatIf({ of: 'text', text: '' })}
          />
        )}
        <ToolButton
          icon="tester"
          label={bar.openTester}
          onPress={() => {
            store.setView('origins');
            store.setOriginDetail({ of: 'tester' });
          }}
        />
        <ImportButton words={words} onFile={onFile} />
        <ExportButton store={store} words={words} exporting={exporting} />
        <SettingsMenu store={store} words={words} />
      </div>
      {progress && <FileProgressStrip progress={progress} words={words} onStop={onStopReading} />}
      {problem !== null && <FileProblem problem={problem} words={words} onRead={onProblemRead} />}
      {file && <FileStrip file={file} words={words} onClose={onCloseFile} />}
      <Tabs view={view} words={words} onView={store.setView} />
      {view === 'requests' && (
        <Chips
          filter={filter}
          counts={store.counts.value}
          words={words}
          onClass={store.toggleClass}
          onOutcome={store.toggleOutcome}
          onAllOrigins={toFilter(() => store.showBetween(null))}
          onClear={toFilter(store.clearFilter)}
        />
      )}
    </section>
  );
}

/** Draws what acts on the recording. */
function RecordingTools({ store, words, onReload }: Pick<BarProps, 'store' | 'words' | 'onReload'>) {
  const { bar } = words.ui;
  const isRecording = store.isRecording.value;
  return (
    <>
      <ToolButton
        icon="record"
        label={bar.record}
        title={isRecording ? bar.recordOn : bar.recordOff}
        isPressed={isRecording}
        onPress={() => store.setRecording(!isRecording)}
      />
      <ToolButton icon="clear" label={bar.clear} onPress={store.clear} />
      <ToolButton icon="reload" label={bar.reload} onPress={onReload} />
      <label class="check preserve" title={bar.preserveMeaning}>
        <input
          type="checkbox"
          checked={store.preserve.value}
          onChange={(event) => store.setPreserve(event.currentTarget.checked)}
        />
        {bar.preserve}
      </label>
    </>
  );
}
