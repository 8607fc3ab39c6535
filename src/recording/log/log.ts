import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts, FrameFacts } from '../../protocol/facts';
import type { BrowserInfo, ToWatcher } from '../../protocol/messages';
import type { PageEventFacts } from '../../protocol/page-events';
import type { PageCall } from '../../protocol/page-hints';
import type { Entry } from './entries';
import type { SinceReload } from './since-reload';

/** The state of the recording itself. */
export interface Recording {
  /** null until the background has acknowledged the watch. */
  readonly browser: BrowserInfo | null;
  readonly hostPermission: boolean;
  /** Whether the tab is in a private window, of which nothing may be stored. */
  readonly isPrivate: boolean;
  /** When this log began, in milliseconds; 0 before that. */
  readonly sinceMs: number;
  /** Whether the page was loaded during the recording. */
  readonly sawNavigation: boolean;
  /** How many requests began before the recording, as reported by the browser and the page. */
  readonly startedBefore: number;
  /** How often the background stopped during the recording. */
  readonly stops: number;
  /** How many entries were dropped because of the limit. */
  readonly dropped: number;
  /** How many page events were dropped because of the limit. */
  readonly droppedPageEvents: number;
  /** Whether the calls of the current document are observed. */
  readonly hints: boolean;
  /** How many hints were dropped because there were too many. */
  readonly droppedHints: number;
  /**
   * How many requests of shared and service workers were withheld because they may belong to a private
   * window.
   */
  readonly droppedWorkerRequests: number;
  /** Whether the extension was reloaded or removed, so that nothing more will arrive. */
  readonly cutOff: boolean;
  /** Whether the tab is closed, so that nothing more will arrive. */
  readonly gone: boolean;
}

/** The state before anything is known. */
export const noRecording: Recording = {
  browser: null,
  hostPermission: true,
  isPrivate: false,
  sinceMs: 0,
  sawNavigation: false,
  startedBefore: 0,
  stops: 0,
  dropped: 0,
  droppedPageEvents: 0,
  hints: false,
  droppedHints: 0,
  droppedWorkerRequests: 0,
  cutOff: false,
  gone: false,
};

/** The last known top document of the tab. */
export interface Page {
  readonly url: string;
  readonly title: string | null;
  readonly frames: readonly FrameFacts[];
}

/**
 * Everything recorded of one tab. It consists of plain data and one kind of listener because it outlives the
 * panel, and signals cannot cross documents.
 */
export interface Log {
  readonly recording: Recording;
  readonly page: Page;
  /** In order of start. The same array until something changes. */
  readonly entries: readonly Entry[];
  /** In order of time. The same array until something changes. */
  readonly pageEvents: readonly PageEventFacts[];
  readonly preserve: boolean;
  /** Calls and answers that may still get a request or become a row of their own. */
  readonly awaited: readonly Pick<PageCall, 'method' | 'url'>[];
  /** When the last message arrived, in milliseconds. */
  readonly changedAtMs: number;
  get(id: string): Entry | undefined;
  /** Returns the current verdict on an entry; computed once for each state of its facts. */
  verdict(id: string): Verdict | undefined;
  /** Judges facts that the log may no longer have; null until the browser is known. */
  judge(facts: ExchangeFacts): Verdict | null;
  /** Returns how an entry compares with the previous load of the page; null if it was not blocked there. */
  sinceReload(id: string): SinceReload | null;
  receive(message: ToWatcher): void;
  /** The background stopped and was called again. */
  noteStop(): void;
  /** After a pause: requests that began before now are not recorded unless they are already known. */
  noteResumed(): void;
  /** The background can no longer be called. */
  noteCutOff(): void;
  setPreserve(preserve: boolean): void;
  clear(): void;
  /** Calls `listener` after each change; returns the function that stops it. */
  subscribe(listener: () => void): () => void;
}
