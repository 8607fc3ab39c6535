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

/** The recording around an event. An event's derived data can depend on all of it. */
export interface Around {
  readonly exchanges: readonly ExchangeFacts[];
  /** The exchanges that opened a WebSocket. */
  readonly sockets: readonly ExchangeFacts[];
  readonly events: readonly PageEventFacts[];
  /** null until the browser is known. */
  readonly browser: BrowserName | null;
  readonly relationOf: RelationOf;
}

/** The texts for the content of page events, in one language. */
export interface ContentWords {
  listeners(count: number): string;
  characters(count: number): string;
  readonly empty: string;
  called(name: string, size: number | null): string;
  size(characters: number, bytes: number): string;
  readonly channels: Readonly<Record<ChannelTraffic['channel'], string>>;
  readonly stores: Readonly<Record<StorageUse['what'], string>>;
}

/** A part of a row. `text` comes from the page; `words`, `code` and `none` (no value) are our own texts. */
export type Part =
  | { readonly type: 'text' | 'words' | 'code' | 'none'; readonly text: string }
  /** A paragraph. `aside`: a less prominent one. */
  | { readonly type: 'line' | 'aside'; readonly parts: readonly Part[] };

/** A labelled fact. */
export interface Row {
  readonly label: string;
  readonly parts: readonly Part[];
}

type Own<Event> = Event extends PageEventFacts ? Omit<Event, keyof PageEventBase> : never;

/**
 * The definition of one kind of page event. Only `derive` uses other events and requests; all other members
 * use only the event and the derived data.
 */
export interface Kind<Event extends PageEventFacts, Rule extends string, Derived, Words> {
  /** Every rule, with its risk. */
  readonly rules: Readonly<Record<Rule, RiskCode | null>>;
  /** Whether the map draws a line for it, because it reaches another document, a server or a worker. */
  readonly isOnMap: boolean;
  /** Whether an event crossed a boundary. If this member is absent, every event did. */
  isCrossing?(event: Event): boolean;
  read(event: Event, relationOf: RelationOf): Reading<Rule>;
  /** Returns the origin at the other end, for the filter; null if it is not known. */
  otherOrigin(event: Event): SerializedOrigin | null;
  /** Returns the texts that the filter searches, besides kind, origins and call site. */
  searchTexts(event: Event): readonly string[];
  /** Returns a number for sorting: the characters if they are known, otherwise how often it happened. */
  size(event: Event): number;
  /** Returns one line for a table. */
  line(event: Event, words: ContentWords): string;
  /** Returns the data that follows from the rest of the recording, as plain data. */
  derive(event: Event, around: Around): Derived;
  /** Returns a text from the page that is shown in full; null if there is none. */
  content?(event: Event, words: Words): { readonly title: string; readonly preview: Preview } | null;
  /** Returns the facts of its content. */
  rows(event: Event, derived: Derived, words: Words): readonly Row[];
  /** Returns additional facts that are shown together with those common to all kinds. */
  moreRows?(event: Event, words: Words): readonly Row[];
  /** Returns the same in as few parts as a ticket needs. */
  brief(event: ReportFacts<Event>, derived: Derived, words: Words): readonly Part[];
  /**
   * Returns the fields of this kind, redacted. Each is listed, so a new field does not compile until it is
   * handled.
   */
  redact(event: Event, rules: TextRules): Own<Event>;
}

/** Returns a part with a text from the page. */
export function text(value: string): Part {
  return { type: 'text', text: value };
}

/** Returns a part with a text of our own. */
export function words(value: string): Part {
  return { type: 'words', text: value };
}

/** Returns a row with a text from the page. */
export function textRow(label: string, value: string): Row {
  return { label, parts: [text(value)] };
}

/** Returns a row with a text of our own. */
export function wordsRow(label: string, value: string): Row {
  return { label, parts: [words(value)] };
}
