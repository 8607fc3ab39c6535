import type { BrowserName, SerializedOrigin } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import type {
  ChannelTraffic,
  PageEventBase,
  PageEventFacts,
  Preview,
  ReportFacts,
  StorageUse,
} from '../../protocol/page-events';
import type { Reading, RelationOf, RiskCode } from '../reading';
import type { TextRules } from './replaced';

/** The recording around an event: what is derived from an event can depend on all of it. */
export interface Around {
  readonly exchanges: readonly ExchangeFacts[];
  /** The exchanges that opened a WebSocket. */
  readonly sockets: readonly ExchangeFacts[];
  readonly events: readonly PageEventFacts[];
  /** null until the browser is known. */
  readonly browser: BrowserName | null;
  readonly relationOf: RelationOf;
}

/** The words for the content of page events, in one language. */
export interface ContentWords {
  listeners(count: number): string;
  characters(count: number): string;
  readonly empty: string;
  called(name: string, size: number | null): string;
  size(characters: number, bytes: number): string;
  readonly channels: Readonly<Record<ChannelTraffic['channel'], string>>;
  readonly stores: Readonly<Record<StorageUse['what'], string>>;
}

/** A part of a row. `text` is the page's own; `words`, `code` and `none` (nothing is there) are ours. */
export type Part =
  | { readonly type: 'text' | 'words' | 'code' | 'none'; readonly text: string }
  /** A paragraph; `aside` is a quiet one. */
  | { readonly type: 'line' | 'aside'; readonly parts: readonly Part[] };

/** A fact with its label. */
export interface Row {
  readonly label: string;
  readonly parts: readonly Part[];
}

type Own<Event> = Event extends PageEventFacts ? Omit<Event, keyof PageEventBase> : never;

/**
 * Everything that the program knows about one kind of page event. What needs other events or requests is in `derive`;
 * all else is made from the event and from that.
 */
export interface Kind<Event extends PageEventFacts, Rule extends string, Derived, Words> {
  /** Every rule that it can fall under, with the risk that goes with it. */
  readonly rules: Readonly<Record<Rule, RiskCode | null>>;
  /** Whether it reaches another document, a server or a worker: only then does the map draw a line. */
  readonly isOnMap: boolean;
  /** Whether an event crossed a boundary; without this, each did. */
  isCrossing?(event: Event): boolean;
  read(event: Event, relationOf: RelationOf): Reading<Rule>;
  /** The origin at the other end, for the filter; null if it is not known. */
  otherOrigin(event: Event): SerializedOrigin | null;
  /** The texts that the filter searches, besides kind, origins and call site. */
  searchTexts(event: Event): readonly string[];
  /** For sorting: characters as far as they are known, else how often it happened. */
  size(event: Event): number;
  /** One line for a table. */
  line(event: Event, words: ContentWords): string;
  /** What the recording says about it; plain data. */
  derive(event: Event, around: Around): Derived;
  /** A text of the page that is shown in full. */
  content?(event: Event, words: Words): { readonly title: string; readonly preview: Preview } | null;
  /** The facts of its content. */
  rows(event: Event, derived: Derived, words: Words): readonly Row[];
  /** Facts that stand among those of all kinds. */
  moreRows?(event: Event, words: Words): readonly Row[];
  /** The same in as few parts as a ticket needs. */
  brief(event: ReportFacts<Event>, derived: Derived, words: Words): readonly Part[];
  /** Its own fields, replaced. Each is named, so that a new one does not compile before that is decided. */
  redact(event: Event, rules: TextRules): Own<Event>;
}

/** A text of the page. */
export function text(value: string): Part {
  return { type: 'text', text: value };
}

/** Words of ours. */
export function words(value: string): Part {
  return { type: 'words', text: value };
}

/** A row of one text of the page. */
export function textRow(label: string, value: string): Row {
  return { label, parts: [text(value)] };
}

/** A row of words of ours. */
export function wordsRow(label: string, value: string): Row {
  return { label, parts: [words(value)] };
}
