import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { isCrossing, kindOf } from '../../channels/kinds';
import {
  type EventKind,
  eventKind,
  type PageEventReading,
  readPageEvent,
} from '../../channels/read-page-event';
import type { Party } from '../../channels/reading';
import type { SerializedOrigin } from '../../engine';
import { type Relation, relationOf } from '../../engine/site';
import type { MessageColumn } from '../../prose/messages';
import type { PageEventFacts } from '../../protocol/page-events';
import {
  isFiltering,
  type MessagesFilter,
  noMessagesFilter,
  originsOf,
  passes,
} from '../../recording/crossings/messages-filter';
import { rowId, type TimelineRow, timelineOf } from '../../recording/crossings/timeline';
import type { Entry } from '../../recording/log/entries';
import { noteShownPageEvents } from './shown-page-events';
import type { PanelStore } from './store';

/** The counts of page events. An event with a count counts that many times. */
export interface MessageCounts {
  readonly kinds: Readonly<Partial<Record<EventKind, number>>>;
  /** The most frequent first. */
  readonly origins: readonly (readonly [origin: SerializedOrigin, count: number])[];
  /** The number of rows without the filter. */
  readonly total: number;
  readonly shown: number;
  /** The number of events in the shown rows. */
  readonly shownEvents: number;
}

/** The column and direction of a sort. */
export interface MessagesSort {
  readonly column: MessageColumn;
  readonly descending: boolean;
}

/** The state of the Messages view: its filter, sort and selection. */
export interface MessagesStore {
  readonly filter: ReadonlySignal<MessagesFilter>;
  readonly sort: ReadonlySignal<MessagesSort>;
  readonly rows: ReadonlySignal<readonly PageEventFacts[]>;
  /** The rows, with requests between them if `withRequests` is set. */
  readonly timeline: ReadonlySignal<readonly TimelineRow[]>;
  readonly withRequests: ReadonlySignal<boolean>;
  readonly counts: ReadonlySignal<MessageCounts>;
  /** The selected event, even if the filter hides it; null when the log no longer has it. */
  readonly selected: ReadonlySignal<PageEventFacts | null>;
  /** The selected request, if a request is selected instead of an event. */
  readonly selectedRequest: ReadonlySignal<Entry | null>;
  readonly isDetailOpen: ReadonlySignal<boolean>;
  readonly readsData: ReadonlySignal<boolean>;
  setText(text: string): void;
  toggleKind(kind: EventKind): void;
  setOrigin(origin: SerializedOrigin | null): void;
  /** Shows only these events and clears the other filters; null: removes this filter. */
  showOnly(on: MessagesFilter['on']): void;
  clearFilter(): void;
  /** Sorts by a column. The second call reverses the order; the third restores the order by time. */
  sortBy(column: MessageColumn): void;
  select(id: string | null): void;
  /** Moves the selection by a number of rows. Without a selection it selects the first or last row. */
  move(by: number): void;
  setDetailOpen(open: boolean): void;
  setReadsData(on: boolean): void;
  setWithRequests(on: boolean): void;
}

const stores = new WeakMap<PanelStore, MessagesStore>();

/** Returns the state of a panel's Messages view. Each panel has one, so it survives a change of view. */
export function messagesStoreOf(panel: PanelStore): MessagesStore {
  const known = stores.get(panel);
  if (known) return known;
  const store = createMessagesStore(panel.pageEvents, panel.entries);
  stores.set(panel, store);
  noteShownPageEvents(panel, () =>
    isFiltering(store.filter.peek()) ? new Set(store.rows.peek().map(({ id }) => id)) : null,
  );
  return store;
}

/** Creates the state of a Messages view. `recorded` must be in order of time. */
function createMessagesStore(
  recorded: ReadonlySignal<readonly PageEventFacts[]>,
  entries: ReadonlySignal<readonly Entry[]>,
): MessagesStore {
  const events = computed(() =>
    recorded.value.every(isCrossing) ? recorded.value : recorded.value.filter(isCrossing),
  );
  const filter = signal<MessagesFilter>(noMessagesFilter);
  const sort = signal<MessagesSort>({ column: 'time', descending: false });
  const selectedId = signal<string | null>(null);
  const isDetailOpen = signal(false);
  const readsData = signal(false);
  const withRequests = signal(false);

  const rows = computed(() => {
    const shown = isFiltering(filter.value) ? events.value.filter(passes(filter.value)) : events.value;
    const { column, descending } = sort.value;
    if (column === 'time' && !descending) return shown;
    const sorted = column === 'time' ? [...shown] : sortedBy(shown, keys[column]);
    return descending ? sorted.reverse() : sorted;
  });
  const timeline = computed<readonly TimelineRow[]>(() => {
    const { column, descending } = sort.value;
    // Requests can be inserted only between events in order of time.
    if (!withRequests.value || column !== 'time') return rows.value;
    const inOrder = descending ? rows.value.toReversed() : rows.value;
    const whole = timelineOf(inOrder, entries.value, filter.value);
    return descending ? whole.toReversed() : whole;
  });
  const totals = computed(() => countAll(events.value));
  const counts = computed(() => ({
    ...totals.value,
    shown: rows.value.length,
    shownEvents: rows.value.reduce((sum, { count }) => sum + count, 0),
  }));
  const selected = computed(() => {
    const id = selectedId.value;
    return id === null ? null : (events.value.findLast((event) => event.id === id) ?? null);
  });

  const selectedRequest = computed(() => {
    const id = selectedId.value;
    if (id === null || !withRequests.value || selected.value) return null;
    return entries.value.find(({ facts }) => facts.id === id) ?? null;
  });

  const change = (part: Partial<MessagesFilter>) => {
    filter.value = { ...filter.value, ...part };
  };
  return {
    filter,
    sort,
    rows,
    timeline,
    withRequests,
    counts,
    selected,
    selectedRequest,
    isDetailOpen,
    readsData,
    setText: (text) => change({ text }),
    toggleKind(kind) {
      const kinds = new Set(filter.value.kinds);
      if (!kinds.delete(kind)) kinds.add(kind);
      change({ kinds });
    },
    setOrigin: (origin) => change({ origin }),
    showOnly: (on) => change(on ? { ...noMessagesFilter, on } : { on }),
    clearFilter: () => change(noMessagesFilter),
    sortBy(column) {
      const { column: current, descending } = sort.value;
      if (current !== column) sort.value = { column, descending: false };
      else if (!descending) sort.value = { column, descending: true };
      else sort.value = { column: 'time', descending: false };
    },
    select(id) {
      selectedId.value = id;
    },
    move(by) {
      const shown = timeline.value;
      const last = shown.length - 1;
      const index = shown.findIndex((row) => rowId(row) === selectedId.value);
      const next = index === -1 ? (by < 0 ? last : 0) : Math.min(last, Math.max(0, index + by));
      const row = shown[next];
      selectedId.value = row ? rowId(row) : null;
    },
    setDetailOpen(open) {
      isDetailOpen.value = open;
    },
    setReadsData(on) {
      readsData.value = on;
    },
    setWithRequests(on) {
      withRequests.value = on;
    },
  };
}

const readings = new WeakMap<PageEventFacts, PageEventReading>();

/** Returns the reading of an event. It is computed once. */
export function readingOf(event: PageEventFacts): PageEventReading {
  const known = readings.get(event);
  if (known) return known;
  const reading = readPageEvent(event, relation);
  readings.set(event, reading);
  return reading;
}

const relations = new Map<string, Relation>();
const mostRelations = 5_000;

/** Returns the relation of two origins, cached because many events have the same two. */
function relation(a: SerializedOrigin, b: SerializedOrigin): Relation {
  const pair = `${a} ${b}`;
  const known = relations.get(pair);
  if (known) return known;
  if (relations.size >= mostRelations) relations.clear();
  const found = relationOf(a, b);
  relations.set(pair, found);
  return found;
}

const keys: Readonly<Record<Exclude<MessageColumn, 'time'>, (event: PageEventFacts) => string | number>> = {
  kind: eventKind,
  // Groups both directions between the same two ends.
  lanes: (event) => {
    const { from, to } = readingOf(event);
    return [from, to].map(partyKey).sort().join(' ');
  },
  from: (event) => readingOf(event).from.origin ?? '',
  to: (event) => readingOf(event).to.origin ?? '',
  relation: (event) => readingOf(event).relation ?? '',
  what: (event) => kindOf(event).size(event),
  // Events with a risk come first, sorted by the risk.
  rule: (event) => readingOf(event).risk ?? `~${readingOf(event).rule}`,
};

function partyKey({ frameId, tabId, origin }: Party): string {
  return frameId === null ? `o ${origin}` : `${tabId} ${frameId}`;
}

/** Returns the events sorted by a key that is computed once for each. The sort is stable. */
function sortedBy(
  events: readonly PageEventFacts[],
  key: (event: PageEventFacts) => string | number,
): PageEventFacts[] {
  const keyed = events.map((event) => ({ event, key: key(event) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ event }) => event);
}

function countAll(events: readonly PageEventFacts[]): Pick<MessageCounts, 'kinds' | 'origins' | 'total'> {
  const kinds: Partial<Record<EventKind, number>> = {};
  const origins = new Map<SerializedOrigin, number>();
  for (const event of events) {
    const kind = eventKind(event);
    kinds[kind] = (kinds[kind] ?? 0) + event.count;
    for (const origin of originsOf(event)) origins.set(origin, (origins.get(origin) ?? 0) + event.count);
  }
  return { kinds, origins: [...origins].sort(([, a], [, b]) => b - a), total: events.length };
}
