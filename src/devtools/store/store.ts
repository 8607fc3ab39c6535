import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { SerializedOrigin } from '../../engine';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts, Outcome, RequestClass } from '../../protocol/facts';
import type { PageEventFacts } from '../../protocol/page-events';
import type { Entry } from '../../recording/log/entries';
import type { Log, Page, Recording } from '../../recording/log/log';
import type { SinceReload } from '../../recording/log/since-reload';
import { type Filter, isShown, noFilter } from '../../recording/requests/filter';
import type { Between } from '../../recording/requests/origins';
import type { Settings, SettingsStore } from '../session/settings';
import { type Answers, openAnswers } from './answers';
import { type Counts, countAll } from './counts';
import { type Dialogs, openDialogs } from './dialogs';
import { type FixChoices, openFixChoices } from './fix-choices';
import { type Column, compareBy, type Sort } from './sort';

/** One line of the Requests table. */
export interface Row {
  readonly id: string;
  readonly entry: Entry;
  /** The verdict from all facts known now. Computed on first access. */
  readonly verdict: Verdict;
  /** The outcome compared with the previous page load; null if it was not blocked then. */
  readonly sinceReload: SinceReload | null;
  /** 0; 1 for a preflight, which is listed under its request. */
  readonly depth: 0 | 1;
}

/** The first cell of a row: `blocked`, or else the class. */
export type Chip = RequestClass | 'blocked';

/** The panel's views. */
export type View = 'requests' | 'origins' | 'messages' | 'map' | 'advice';

/** The content of the detail in the Origins view: an origin, the URL tester, or nothing. */
export type OriginDetail =
  | { readonly of: 'origin'; readonly origin: SerializedOrigin }
  | { readonly of: 'tester' }
  | null;

/** The two URLs as typed into the tester. */
export interface Tested {
  readonly page: string;
  readonly other: string;
}

/** The panel's state. Facts come from the log; everything shown is computed from them. */
export interface PanelStore extends Answers, Dialogs {
  readonly recording: ReadonlySignal<Recording>;
  readonly page: ReadonlySignal<Page>;
  readonly isRecording: ReadonlySignal<boolean>;
  readonly preserve: ReadonlySignal<boolean>;
  readonly settings: ReadonlySignal<Settings>;
  readonly view: ReadonlySignal<View>;
  /** All entries of the log, without the filter. */
  readonly entries: ReadonlySignal<readonly Entry[]>;
  /** All page events, in order of time. */
  readonly pageEvents: ReadonlySignal<readonly PageEventFacts[]>;
  readonly originDetail: ReadonlySignal<OriginDetail>;
  readonly tested: ReadonlySignal<Tested>;
  readonly filter: ReadonlySignal<Filter>;
  readonly sort: ReadonlySignal<Sort>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  readonly counts: ReadonlySignal<Counts>;
  readonly selected: ReadonlySignal<Row | null>;
  readonly isDetailOpen: ReadonlySignal<boolean>;
  readonly fixChoices: FixChoices;
  setRecording(on: boolean): void;
  setPreserve(on: boolean): void;
  setSettings(change: Partial<Settings>): void;
  setText(text: string): void;
  toggleClass(requestClass: RequestClass): void;
  toggleOutcome(outcome: Outcome): void;
  clearFilter(): void;
  setView(view: View): void;
  setOriginDetail(detail: OriginDetail): void;
  setTested(tested: Tested): void;
  /** Shows only these requests and clears the other filters; null: removes this filter. */
  showBetween(between: Between | null): void;
  /** Sorts by a column. The second call reverses the order; the third restores the order by start. */
  sortBy(column: Column): void;
  select(id: string | null): void;
  /** Moves the selection by a number of rows. Without a selection it selects the first or last row. */
  move(by: number): void;
  setDetailOpen(open: boolean): void;
  /** The facts of all entries. The array stays the same until something changes. */
  readonly exchanges: ReadonlySignal<readonly ExchangeFacts[]>;
  /** Returns the current facts of an exchange. */
  lookup(id: string): ExchangeFacts | undefined;
  /** Returns the verdict on facts, even if the log has dropped them since. */
  verdictOf(facts: ExchangeFacts): Verdict;
  sinceReload(id: string): SinceReload | null;
  /**
   * Returns the current row of an exchange, even if the filter hides it; null if the log does not have it.
   */
  rowOf(id: string): Row | null;
  clear(): void;
  /** Stops following the log. */
  dispose(): void;
}

/** The dependencies of a store. */
export interface StoreContext {
  readonly log: Log;
  readonly settings: SettingsStore;
  /** Starts or stops the recording. */
  setRecording(on: boolean): void;
  /** Calls back before the next frame is drawn. */
  nextFrame(callback: () => void): void;
}

/** Creates the panel's state for a log. It updates at most once a frame when the log changes. */
export function createPanelStore({ log, settings, setRecording, nextFrame }: StoreContext): PanelStore {
  const version = signal(0);
  const isRecording = signal(true);
  const preserve = signal(log.preserve);
  const view = signal<View>('requests');
  const originDetail = signal<OriginDetail>(null);
  const tested = signal<Tested>({ page: '', other: '' });
  const filter = signal<Filter>(noFilter);
  const sort = signal<Sort>({ column: 'started', descending: false });
  const selectedId = signal<string | null>(null);
  const isDetailOpen = signal(false);
  const answers = openAnswers();

  let isScheduled = false;
  const dispose = log.subscribe(() => {
    if (isScheduled) return;
    isScheduled = true;
    nextFrame(() => {
      isScheduled = false;
      version.value++;
    });
  });

  const verdictOf = (facts: ExchangeFacts) => {
    // The log may have dropped the entry before the next frame is drawn, so judge its facts.
    const verdict = log.judge(facts);
    if (!verdict) throw new Error(`devtools: no verdict of "${facts.id}"`);
    return verdict;
  };
  const made = new WeakMap<Entry, Row>();
  const toRow = (entry: Entry): Row => {
    const known = made.get(entry);
    if (known) return known;
    const { id, preflightFor } = entry.facts;
    const row: Row = {
      id,
      entry,
      depth: preflightFor ? 1 : 0,
      get verdict() {
        return verdictOf(entry.facts);
      },
      get sinceReload() {
        return log.sinceReload(id);
      },
    };
    made.set(entry, row);
    return row;
  };

  const rowOf = (id: string) => {
    const entry = log.get(id);
    return entry ? toRow(entry) : null;
  };

  const entries = computed(() => {
    version.value;
    return log.entries;
  });
  const allRows = computed(() => entries.value.map(toRow));
  const rows = computed(() => {
    const requests = allRows.value.filter((row) => !isNested(row, log) && isShown(row.entry, filter.value));
    const { column, descending } = sort.value;
    if (column !== 'started') requests.sort(compareBy(column));
    if (descending) requests.reverse();
    return requests.flatMap((row) => [row, ...preflightsOf(row, log).map(toRow)]);
  });
  const counts = computed(() => countAll(allRows.value, rows.value));
  const selected = computed(() => {
    version.value;
    return selectedId.value === null ? null : rowOf(selectedId.value);
  });

  const change = (part: Partial<Filter>) => {
    filter.value = { ...filter.value, ...part };
  };
  return {
    recording: computed(() => {
      version.value;
      return log.recording;
    }),
    page: computed(() => {
      version.value;
      return log.page;
    }),
    isRecording,
    preserve,
    settings: settings.current,
    view,
    entries,
    exchanges: computed(() => entries.value.map(({ facts }) => facts)),
    pageEvents: computed(() => {
      version.value;
      return log.pageEvents;
    }),
    originDetail,
    tested,
    filter,
    sort,
    rows,
    counts,
    selected,
    isDetailOpen,
    setRecording(on) {
      isRecording.value = on;
      setRecording(on);
    },
    setPreserve(on) {
      preserve.value = on;
      log.setPreserve(on);
      settings.change({ preserveLog: on });
    },
    setSettings: settings.change,
    setText: (text) => change({ text }),
    toggleClass: (requestClass) => change({ classes: toggled(filter.value.classes, requestClass) }),
    toggleOutcome: (outcome) => change({ outcomes: toggled(filter.value.outcomes, outcome) }),
    clearFilter: () => change(noFilter),
    setView(next) {
      view.value = next;
    },
    setOriginDetail(detail) {
      originDetail.value = detail;
    },
    setTested(urls) {
      tested.value = urls;
    },
    showBetween(between) {
      if (between) view.value = 'requests';
      // Clear the other filters so that all of these requests are visible.
      change(between ? { ...noFilter, between } : { between });
    },
    sortBy(column) {
      const current = sort.value;
      if (current.column !== column) sort.value = { column, descending: false };
      else if (!current.descending) sort.value = { column, descending: true };
      else sort.value = { column: 'started', descending: false };
    },
    select(id) {
      selectedId.value = id;
    },
    move(by) {
      const { length } = rows.value;
      if (length === 0) return;
      const index = rows.value.findIndex(({ id }) => id === selectedId.value);
      const next = index === -1 ? (by < 0 ? length - 1 : 0) : Math.min(length - 1, Math.max(0, index + by));
      selectedId.value = rows.value[next]?.id ?? null;
    },
    setDetailOpen(open) {
      isDetailOpen.value = open;
    },
    ...answers.kept,
    ...openDialogs(),
    fixChoices: openFixChoices(settings, () => log.recording.isPrivate),
    lookup: (id) => log.get(id)?.facts,
    verdictOf,
    sinceReload: log.sinceReload,
    rowOf,
    clear() {
      selectedId.value = null;
      answers.clear();
      log.clear();
    },
    dispose,
  };
}

/** Whether a row is listed under another. A preflight whose request is not in the log gets its own row. */
function isNested({ depth, entry }: Row, log: Log): boolean {
  return depth === 1 && log.get(entry.facts.preflightFor?.exchange ?? '') !== undefined;
}

function preflightsOf({ entry }: Row, log: Log): readonly Entry[] {
  return entry.facts.hops.flatMap(({ preflight }) => (preflight === null ? [] : (log.get(preflight) ?? [])));
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
