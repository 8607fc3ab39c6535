import type { RefObject } from 'preact';
import { type EventKind, eventKinds } from '../../../channels/read-page-event';
import type { MessagesProse } from '../../../prose/messages';
import { visibleText } from '../../../prose/visible-text';
import { isFiltering } from '../../../recording/crossings/messages-filter';
import type { MessagesStore } from '../../store/messages-store';
import { FilterField } from '../ui/FilterField';
import { Icon } from '../ui/Icon';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { KindIcon } from './KindIcon';

const mostOrigins = 200;

interface MessagesBarProps {
  store: MessagesStore;
  /** The number of events dropped because of the limit. */
  dropped: number;
  filterField: RefObject<HTMLInputElement | null>;
  prose: MessagesProse;
  words: Words;
  onClearFilter(): void;
  onReadData(on: boolean): void;
}

/** Draws the bar of the timeline: filters, counts, and the switch for reading message data. */
export function MessagesBar(props: MessagesBarProps) {
  const { store, dropped, filterField, prose, words, onClearFilter, onReadData } = props;
  const { bar } = prose;
  const filter = store.filter.value;
  const { kinds, origins, total, shown, shownEvents } = store.counts.value;
  const offered = origins.slice(0, mostOrigins);
  const isOffered = filter.origin === null || offered.some(([origin]) => origin === filter.origin);
  const isOfferedKind = (kind: EventKind) => kinds[kind] !== undefined || filter.kinds.has(kind);
  return (
    <section class="messages-bar" aria-label={bar.label}>
      <FilterField
        text={filter.text}
        field={filterField}
        label={bar.filter}
        placeholder={bar.filterPlaceholder}
        meaning={bar.filterMeaning}
        onText={store.setText}
      />
      <select
        aria-label={bar.origin}
        title={bar.origin}
        value={filter.origin ?? ''}
        onChange={({ currentTarget: { value } }) => store.setOrigin(value === '' ? null : value)}
      >
        <option value="">{bar.allOrigins}</option>
        {!isOffered && <option value={filter.origin ?? ''}>{visibleText(filter.origin ?? '')}</option>}
        {offered.map(([origin, count]) => (
          <option key={origin} value={origin}>
            {bar.originCount(visibleText(origin), count)}
          </option>
        ))}
      </select>
      <label class="check" title={bar.withRequestsMeaning}>
        <input
          type="checkbox"
          class="with-requests"
          checked={store.withRequests.value}
          onChange={({ currentTarget: { checked } }) => store.setWithRequests(checked)}
        />
        {bar.withRequests}
      </label>
      <label class="check" title={bar.readDataMeaning}>
        <input
          type="checkbox"
          role="switch"
          checked={store.readsData.value}
          aria-checked={store.readsData.value}
          onChange={({ currentTarget: { checked } }) => onReadData(checked)}
        />
        {bar.readData}
      </label>
      <output class="messages-count quiet">
        {bar.shown(shown, total, shownEvents)}
        {dropped > 0 && <span class="status-warning"> {bar.dropped(dropped)}</span>}
      </output>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one line everywhere */}
      <div class="messages-kinds" role="group" aria-label={bar.kinds}>
        {eventKinds.filter(isOfferedKind).map((kind) => (
          <button
            key={kind}
            type="button"
            class={`chip is-${kind}`}
            aria-pressed={filter.kinds.has(kind)}
            title={prose.kinds[kind].meaning}
            onClick={() => store.toggleKind(kind)}
          >
            <KindIcon kind={kind} />
            {prose.kinds[kind].label} <span class="count">{(kinds[kind] ?? 0).toLocaleString('en')}</span>
          </button>
        ))}
        {filter.on && (
          <button
            type="button"
            class="chip chip-between"
            aria-pressed={true}
            title={visibleText(filter.on.label)}
            onClick={() => {
              store.showOnly(null);
              filterField.current?.focus();
            }}
          >
            <span class="word">
              <Visible text={filter.on.label} />
            </span>
            <Icon name="close" />
          </button>
        )}
        {isFiltering(filter) && (
          <button type="button" class="link" onClick={onClearFilter}>
            {words.ui.bar.clearFilter}
          </button>
        )}
      </div>
    </section>
  );
}
