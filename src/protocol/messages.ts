import type { BrowserName } from '../engine';
import type { ExchangeClass, ExchangeFacts, FrameFacts, Outcome } from './facts';
import type { FrameRef, RelayedPageEvent } from './page-events';

/** The name of the ports between the background and those who watch a tab. */
export const watchPort = 'watch';

/** What a watcher tells the background: a DevTools page, or the panel in a tab of its own. */
export type FromWatcher =
  /**
   * Send me what happens in this tab until my port closes. `open` are the exchanges I saw begin and not end;
   * `data` asks for what messages say.
   */
  | {
      readonly type: 'watch';
      readonly tabId: number;
      readonly open: readonly ExchangeFacts[];
      readonly data: boolean;
    }
  /** From now on I want what messages say, or want it no more. */
  | { readonly type: 'data'; readonly on: boolean }
  /** Ask the page's frames for what they have yet to tell. Answered with `flushed`, after all of it. */
  | { readonly type: 'flush' }
  /** I cannot ask the person for the pages' hosts from here: open the page that does. */
  | { readonly type: 'permit' }
  /** I am still here: a background that hears nothing for 30 s is stopped. */
  | { readonly type: 'beat' };

/** An exchange as it stands, classified: the first time a row, then its progress, then its end. */
export interface ClassifiedExchange {
  readonly facts: ExchangeFacts;
  readonly class: ExchangeClass;
  readonly outcome: Outcome;
}

/** The browser whose rules apply. */
export interface BrowserInfo {
  readonly name: BrowserName;
  readonly version: string;
}

/** What the background tells a watcher. */
export type ToWatcher =
  /** The listeners are registered: no request that starts from now on is missed. */
  | {
      readonly type: 'watching';
      readonly browser: BrowserInfo;
      readonly sinceMs: number;
      readonly hostPermission: boolean;
    }
  /** How many requests of the page ended before we watched, as far as the page remembers them. */
  | { readonly type: 'earlier'; readonly count: number }
  /** What is new of some exchanges, at most 50 ms old. */
  | { readonly type: 'exchanges'; readonly exchanges: readonly ClassifiedExchange[] }
  /** These were no requests of the page after all. */
  | { readonly type: 'retracted'; readonly ids: readonly string[] }
  /** What a document asked for, and what it got: the page's word, to be parsed by `parsePageHints()`. */
  | {
      readonly type: 'page-hints';
      readonly frame: FrameRef;
      readonly hints: readonly unknown[];
      /** Whether its scripts' calls are observed. */
      readonly withCalls: boolean;
      /** How many more there were, beyond the bound. */
      readonly dropped: number;
    }
  /** What happened inside the page, about a fifth of a second old. */
  | { readonly type: 'page-events'; readonly pageEvents: readonly RelayedPageEvent[] }
  /** Requests that ended now and whose beginning nobody saw. */
  | { readonly type: 'begun-before'; readonly ids: readonly string[] }
  /** For so many requests, and so much of what pages told, there was no room until a watcher came back. */
  | { readonly type: 'lost'; readonly requests: number; readonly hints: number }
  /** So many requests of shared and service workers may belong to a private window, and are not told. */
  | { readonly type: 'withheld'; readonly count: number }
  /** The tab's frames, and its title, as they are now. */
  | { readonly type: 'frames'; readonly frames: readonly FrameFacts[]; readonly title: string | null }
  /** The tab's top document was replaced. */
  | {
      readonly type: 'navigated';
      readonly url: string;
      readonly documentId: string | null;
      readonly atMs: number;
    }
  /** Access to the pages' hosts was given or taken away. */
  | { readonly type: 'permission'; readonly hostPermission: boolean }
  /** The page's frames had nothing more to tell when `flush` reached them. */
  | { readonly type: 'flushed' }
  /** The tab is closed. */
  | { readonly type: 'gone' };
