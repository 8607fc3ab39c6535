import type { Browser } from 'webextension-polyfill';
import { observePrivateWindows, type PrivateWindows } from '../platform/private-windows';
import type { BrowserInfo } from '../protocol/messages';
import { type NavigationEvent, observeNavigation, observeTabs } from './observe-navigation';
import { observeRequests, type TabEvent } from './observe-requests';

const sweepMs = 1_000;

/** The listeners for browser events that only a watched tab needs. */
export interface BrowserListeners {
  /** Registers them, unless they are registered. */
  start(): void;
  /** Removes all of them. */
  stop(): void;
}

/** What listeners call back. */
export interface BrowserListenersContext {
  readonly browser: Pick<Browser, 'tabs' | 'webNavigation' | 'webRequest' | 'windows'>;
  readonly info: BrowserInfo;
  /** Takes the events of requests; the kind is null if it is not known. */
  readonly received: TabEvent;
  navigated(event: NavigationEvent): void;
  titled(tabId: number): void;
  /** The page of a tab has loaded. */
  loaded(tabId: number): void;
  /** Runs once a second. */
  sweep(): void;
}

/** Nothing is registered yet. */
export function openBrowserListeners(context: BrowserListenersContext): BrowserListeners {
  const { browser, info, received, navigated, titled, loaded, sweep } = context;
  let stops: readonly (() => void)[] = [];
  /** Only for Chromium: Firefox reports the kind of each request. */
  let privateWindows: PrivateWindows | null = null;

  /** Without private windows, all requests have one kind. */
  const kindOfAll = () => (privateWindows?.areOpen === false ? 'default' : null);

  return {
    start() {
      if (stops.length > 0) return;
      const sweeper = setInterval(sweep, sweepMs);
      stops = [
        observeRequests(browser, info.name, (event, tabId, kind) =>
          received(event, tabId, kind ?? kindOfAll()),
        ),
        observeNavigation(browser, navigated),
        observeTabs(browser, titled, loaded),
        () => clearInterval(sweeper),
      ];
      if (info.name === 'chrome') privateWindows = observePrivateWindows(browser);
    },
    stop() {
      for (const stop of stops) stop();
      stops = [];
      privateWindows?.stop();
      privateWindows = null;
    },
  };
}
