import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts, FrameFacts } from '../../protocol/facts';
import type { BrowserInfo, ToWatcher } from '../../protocol/messages';
import type { PageEventFacts } from '../../protocol/page-events';
import type { PageCall } from '../../protocol/page-hints';
import type { Entry } from './entries';
import type { SinceReload } from './since-reload';

/** What is known of the recording itself. */
export interface Recording {
  /** null until the background has acknowledged the watch. */
  readonly browser: BrowserInfo | null;
  readonly hostPermission: boolean;
  /** When this log began; 0 until then. */
  readonly sinceMs: number;
  /** Whether the page was loaded under our eyes. */
  readonly sawNavigation: boolean;
  /** How many requests began before the recording, as far as browser and page say. */
  readonly begunBefore: number;
  /** How often the background was stopped while we watched. */
  readonly stops: number;
  /** Entries that the bound pushed out. */
  readonly dropped: number;
  /** Page events that the bound pushed out. */
  readonly droppedPageEvents: number;
  /** Whether the calls of the document that is shown are observed. */
  readonly hints: boolean;
  /** Hints that were too many to be told. */
  readonly droppedHints: number;
  /** Requests of shared and service workers that may belong to a private window, and are not recorded. */
  readonly droppedWorkerRequests: number;
  /** The extension was reloaded or removed under us: nothing more will come. */
  readonly cutOff: boolean;
  /** The tab is closed: nothing more will come. */
  readonly gone: boolean;
}

/** Before anything is known. */
export const noRecording: Recording = {
  browser: null,
  hostPermission: true,
  sinceMs: 0,
  sawNavigation: false,
  begunBefore: 0,
  stops: 0,
  dropped: 0,
  droppedPageEvents: 0,
  hints: false,
  droppedHints: 0,
  droppedWorkerRequests: 0,
  cutOff: false,
  gone: false,
};

/** What the log is of: the tab's top document, as last seen. */
export interface Page {
  readonly url: string;
  readonly title: string | null;
  readonly frames: readonly FrameFacts[];
}

/**
 * Everything seen of one tab, from the moment somebody watches. Plain data and one kind of listener: it
 * outlives the panel, and signals would not survive crossing documents.
 */
export interface Log {
  readonly recording: Recording;
  readonly page: Page;
  /** In order of start. The same array until something changes. */
  readonly entries: readonly Entry[];
  /** In order of time. The same array until something changes. */
  readonly pageEvents: readonly PageEventFacts[];
  readonly preserve: boolean;
  /** What the page told of that may still become a request, or a row of its own. */
  readonly awaited: readonly Pick<PageCall, 'method' | 'url'>[];
  /** When something last arrived. */
  readonly changedAtMs: number;
  get(id: string): Entry | undefined;
  /** What is made of an entry by all that is known now; computed once for each state of its facts. */
  verdict(id: string): Verdict | undefined;
  /** The same of facts that the log may have let go; null until the browser is known. */
  judge(facts: ExchangeFacts): Verdict | null;
  /** What became of an entry that was blocked when the page was loaded the last time. */
  sinceReload(id: string): SinceReload | null;
  receive(message: ToWatcher): void;
  /** The background went away and was called again. */
  noteStop(): void;
  /** After a pause: what began before now is not recorded, unless it was known already. */
  noteResumed(): void;
  /** The background cannot be called any more. */
  noteCutOff(): void;
  setPreserve(preserve: boolean): void;
  clear(): void;
  /** Calls back after each change; returns the function that stops it. */
  subscribe(listener: () => void): () => void;
}
