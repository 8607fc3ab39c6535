import type { RefObject } from 'preact';
import type { PanelStore } from '../../store/store';
import { ExportButton } from '../export/ExportButton';
import type { Exporting } from '../export/use-written';
import { FilterField } from '../ui/FilterField';
import { ToolButton } from '../ui/ToolButton';
import type { Words } from '../words';
import { Chips } from './Chips';
import { SettingsMenu } from './SettingsMenu';
import { Tabs } from './Tabs';

interface BarProps {
  store: PanelStore;
  words: Words;
  filterField: RefObject<HTMLInputElement | null>;
  exporting: Exporting;
  onReload(): void;
}

/** Draws the toolbar: recording, settings, export, tabs and filters. */
export function Bar({ store, words, filterField, exporting, onReload }: BarProps) {
  const { bar } = words.ui;
  const isRecording = store.isRecording.value;
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
        <ExportButton store={store} words={words} exporting={exporting} />
        <SettingsMenu store={store} words={words} />
      </div>
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
