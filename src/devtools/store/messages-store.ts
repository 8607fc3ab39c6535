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

/** How many events there are of what; one that stands for many counts as many. */
export interface MessageCounts {
  readonly kinds: Readonly<Partial<Record<EventKind, number>>>;
  /** The busiest first. */
  readonly origins: readonly (readonly [origin: SerializedOrigin, count: number])[];
  /** Rows, whatever the filter shows. */
  readonly total: number;
  readonly shown: number;
  /** The events that the shown rows stand for. */
  readonly shownEvents: number;
}

/** By what, and which way. */
export interface MessagesSort {
  readonly column: MessageColumn;
  readonly descending: boolean;
}

/** The state of the Messages view: what is filtered, sorted and selected of the log's page events. */
export interface MessagesStore {
  readonly filter: ReadonlySignal<MessagesFilter>;
  readonly sort: ReadonlySignal<MessagesSort>;
  readonly rows: ReadonlySignal<readonly PageEventFacts[]>;
  /** The rows, with requests between them where these are wanted. */
  readonly timeline: ReadonlySignal<readonly TimelineRow[]>;
  readonly withRequests: ReadonlySignal<boolean>;
  readonly counts: ReadonlySignal<MessageCounts>;
  /** What is selected, as long as the log has it, whether the filter shows it or not. */
  readonly selected: ReadonlySignal<PageEventFacts | null>;
  /** The request that is selected in their place. */
  readonly selectedRequest: ReadonlySignal<Entry | null>;
  readonly isDetailOpen: ReadonlySignal<boolean>;
  readonly readsData: ReadonlySignal<boolean>;
  setText(text: string): void;
  toggleKind(kind: EventKind): void;
  setOrigin(origin: SerializedOrigin | null): void;
  /** Those alone, and all of them; null: no longer only those. */
  showOnly(on: MessagesFilter['on']): void;
  clearFilter(): void;
  /** By a column; again: the other way; a third time: by time, as it was. */
  sortBy(column: MessageColumn): void;
  select(id: string | null): void;
  /** Moves the selection by so many rows, from the first if nothing is selected. */
  move(by: number): void;
  setDetailOpen(open: boolean): void;
  setReadsData(on: boolean): void;
  setWithRequests(on: boolean): void;
}

const stores = new WeakMap<PanelStore, MessagesStore>();

/** The state of a panel's Messages view: the same whenever the view is opened again. */
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

/** The state of a Messages view over page events in order of time. */
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
    // Between events that are not in order of time a request has no place.
    if (!withRequests.value || column !== 'time') return rows.value;
    const inOrder = descending ? rows.value.toReversed() : rows.value;
    const whole = timelineOf(inOrder, entries.value, filter.value);
    return descending ? whole.toReversed() : whole;
  });
  const all = computed(() => countAll(events.value));
  const counts = computed(() => ({
    ...all.value,
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

/** What is made of an event; computed once. */
export function readingOf(event: PageEventFacts): PageEventReading {
  const known = readings.get(event);
  if (known) return known;
  const reading = readPageEvent(event, relation);
  readings.set(event, reading);
  return reading;
}

const relations = new Map<string, Relation>();
const mostRelations = 5_000;

/** How two origins relate: many events are between the same two. */
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
  // What two said to each other stands together.
  lanes: (event) => {
    const { from, to } = readingOf(event);
    return [from, to].map(partyKey).sort().join(' ');
  },
  from: (event) => readingOf(event).from.origin ?? '',
  to: (event) => readingOf(event).to.origin ?? '',
  relation: (event) => readingOf(event).relation ?? '',
  what: (event) => kindOf(event).size(event),
  // What has a risk comes first, by the risk.
  rule: (event) => readingOf(event).risk ?? `~${readingOf(event).rule}`,
};

function partyKey({ frameId, tabId, origin }: Party): string {
  return frameId === null ? `o ${origin}` : `${tabId} ${frameId}`;
}

/** By a key that is made once for each; equal ones keep their order. */
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
