import type { Browser } from 'webextension-polyfill';
import { isLocalNetworkError, type RequestEvent } from '../exchange/facts/facts';
import { isSameWindowKind, kindOfTab, type TabKind } from '../platform/tab-kind';
import type { ExchangeFacts } from '../protocol/facts';
import type { BrowserInfo, FromWatcher, ToWatcher } from '../protocol/messages';
import { askFrames } from './ask-frames';
import { openAwaitedTabs } from './awaited-tabs';
import { openBrowserListeners } from './browser-listeners';
import { countEarlier } from './count-earlier';
import { openEarly } from './early';
import { findUnrequested } from './find-unrequested';
import type { NavigationEvent } from './observe-navigation';
import { observePages, type PagesContext } from './observe-pages';
import { openFrameReports } from './report-frames';
import { openWatchedTab, type WatchedTab, type Watcher } from './watched-tab';
import { openWorkerRequests } from './worker-requests';

/** The watchers, and the tabs that they watch. */
export interface Watchers {
  /**
   * Sends a watcher what happens in a tab until its port closes. A port watches one tab, in a window of its own
   * kind: `own` is the kind of the watcher's tab; null in DevTools, which has no tab.
   */
  watch(watcher: Watcher, wanted: Extract<FromWatcher, { type: 'watch' }>, own: TabKind | null): void;
  /** Notes whether a watcher wants the data of messages. */
  setData(watcher: Watcher, on: boolean): void;
  /** Notifies a watcher when the frames of its tab have sent everything they had. */
  flush(watcher: Watcher): Promise<void>;
  /** Notifies all watchers that access to the pages' hosts was granted or revoked. */
  permissionChanged(): void;
  /** Notifies a tab's watchers that it was closed. */
  tabClosed(tabId: number): void;
}

/** What watching takes. */
export interface WatchersContext extends PagesContext {
  readonly browser: PagesContext['browser'] &
    Pick<Browser, 'permissions' | 'scripting' | 'storage' | 'webRequest' | 'windows'>;
  readonly info: BrowserInfo;
}

/**
 * Starts with every listener registered, because the event that woke the background is delivered only to those.
 * Then it reads which tabs were watched before a stop, and removes the listeners if there are none.
 */
export function openWatchers(context: WatchersContext): Watchers {
  const { browser, info } = context;
  const tabs = new Map<number, WatchedTab>();
  /** What happens in tabs that may turn out to be watched. */
  const early = openEarly();
  /** What each watcher asked for, and when it is known whether it gets that. */
  const asked = new Map<Watcher, { readonly tabId: number; readonly decided: Promise<void> }>();
  const wantingData = new Set<Watcher>();
  const workers = openWorkerRequests(() => tabs.values());
  const frames = openFrameReports(browser, (tabId) => tabs.get(tabId));
  const listeners = openBrowserListeners({
    browser,
    info,
    received,
    navigated,
    titled: (tabId) => frames.soon(tabId),
    loaded,
    sweep,
  });

  const pages = observePages(
    {
      async isWatched(tabId) {
        await awaited.recalled;
        return tabs.has(tabId) || awaited.has(tabId);
      },
      wantsData: (tabId) =>
        [...(tabs.get(tabId)?.watchers ?? [])].some((watcher) => wantingData.has(watcher)),
      documentHeaders: (tabId, frameId, url) =>
        (tabs.get(tabId) ?? tabs.get(pages.rootOf(tabId) ?? -1))?.documentHeaders(frameId, url) ?? null,
      deliver: (tabId, pageEvents) => deliver(tabId, { type: 'page-events', pageEvents }),
      deliverHints: deliver,
    },
    context,
  );

  function deliver(tabId: number, message: ToWatcher): void {
    const tab = tabs.get(tabId);
    if (tab) tab.broadcast(message);
    else early.keepMessage(tabId, message);
  }

  function stopIfUnwatched(): void {
    if (tabs.size > 0 || !awaited.isRecalled || awaited.size > 0) return;
    listeners.stop();
    pages.stop();
    early.clear();
    workers.clear();
  }

  function received(event: RequestEvent, tabId: number, kind: TabKind | null): void {
    const tab = tabs.get(tabId);
    if (tab) {
      tab.receive(event);
      if (event.type === 'failed' && isLocalNetworkError(event.error)) askWhy(tab, tabId, event);
    } else if (tabId === -1) workers.receive(event, kind);
    else if (awaited.isRecalled && !awaited.has(tabId)) receiveFromOpened(event, tabId);
    else early.keepEvent(tabId, event);
  }

  /** Adds what the frames may do in the local network to a request that was denied. */
  function askWhy(tab: WatchedTab, tabId: number, { requestId, atMs, url }: RequestEvent): void {
    // A new frame may not be listed yet.
    frames
      .now(tabId)
      .then(() => askFrames(browser, tabId, tab.framesOf(requestId)))
      .then((asked) => {
        if (asked.length > 0) tab.receive({ type: 'local-network', requestId, atMs, url, frames: asked });
      })
      .catch(console.error);
  }

  /** Reports what the documents of a loaded page name and the browser blocks without an event. */
  function loaded(tabId: number): void {
    const tab = tabs.get(tabId);
    if (!tab) return;
    const framesNow = () => frames.now(tabId).then(() => tab.frames);
    findUnrequested(browser, info.name, tabId, framesNow)
      .then((found) => {
        for (const hints of found) tab.broadcast(hints);
      })
      .catch(console.error);
  }

  /** From a tab that a watched tab opened, only the requests of documents are recorded. */
  function receiveFromOpened(event: RequestEvent, tabId: number): void {
    const undecided = pages.undecided(tabId);
    if (undecided) {
      undecided.then(() => receiveFromOpened(event, tabId)).catch(console.error);
      return;
    }
    const root = tabs.get(pages.rootOf(tabId) ?? -1);
    if (event.type === 'started' ? event.resourceType === 'main_frame' : root?.has(event.requestId)) {
      root?.receive(event);
    }
  }

  function navigated({ tabId, frameId, documentId, url, atMs }: NavigationEvent): void {
    const tab = tabs.get(tabId);
    if (!tab) return;
    const previous = tab.frames.find((frame) => frame.frameId === frameId)?.documentId ?? null;
    tab.committed(documentId, previous, atMs);
    if (frameId === 0) {
      const origin = new URL(url).origin;
      tab.frames = tab.frameMemory.committed({ frameId, parentFrameId: -1, documentId, url, origin });
      tab.broadcast({ type: 'navigated', url, documentId, atMs });
    }
    frames.soon(tabId, frameId === 0);
  }

  function sweep(): void {
    workers.sweep(Date.now());
    for (const tab of tabs.values()) tab.sweep();
  }

  function remember(): void {
    // Nothing of a private window is stored, not even its number.
    const stored = () => [...tabs].flatMap(([tabId, { kind }]) => (kind === 'private' ? [] : tabId));
    awaited.store(stored).catch(console.error);
  }

  async function acknowledge(watcher: Watcher, tabId: number, sinceMs: number, kind: TabKind): Promise<void> {
    const [hostPermission] = await Promise.all([
      browser.permissions.contains({ origins: ['<all_urls>'] }),
      pages.start(),
    ]);
    watcher.post({ type: 'watching', browser: info, sinceMs, hostPermission, isPrivate: kind === 'private' });
    await frames.now(tabId);
    watcher.post({ type: 'earlier', count: await countEarlier(browser, tabId) });
  }

  /** Begins if the tab exists and is in the same kind of window as the watcher; otherwise reports it as closed. */
  async function decide(
    watcher: Watcher,
    { tabId, open }: Extract<FromWatcher, { type: 'watch' }>,
    own: TabKind | null,
  ): Promise<void> {
    const kind = await kindOfTab(browser, tabId);
    if (!asked.has(watcher)) return;
    if (kind !== null && isSameWindowKind(own ?? kind, kind)) {
      begin(watcher, tabId, kind, open);
      return;
    }
    const isPrivate = kind === 'private';
    watcher.post({ type: 'watching', browser: info, sinceMs: Date.now(), hostPermission: true, isPrivate });
    watcher.post({ type: 'gone' });
  }

  function begin(watcher: Watcher, tabId: number, kind: TabKind, open: readonly ExchangeFacts[]): void {
    listeners.start();
    const tab = tabs.get(tabId) ?? openWatchedTab(info.name, kind);
    tabs.set(tabId, tab);
    tab.watchers.add(watcher);
    tab.resume(open);
    awaited.delete(tabId);
    const { events, messages, lost } = early.take(tabId);
    for (const event of events) tab.receive(event);
    for (const message of messages) tab.broadcast(message);
    if (lost.requests + lost.hints > 0) tab.broadcast({ type: 'lost', ...lost });
    remember();
    acknowledge(watcher, tabId, Date.now(), kind).catch(console.error);
    pages.tell(tabId);
  }

  function end(watcher: Watcher): void {
    const { tabId = -1 } = asked.get(watcher) ?? {};
    asked.delete(watcher);
    wantingData.delete(watcher);
    const tab = tabs.get(tabId);
    if (!tab?.watchers.delete(watcher)) return;
    if (tab.watchers.size === 0) tabs.delete(tabId);
    pages.tell(tabId);
    if (tab.watchers.size > 0) return;
    remember();
    stopIfUnwatched();
  }

  listeners.start();
  const awaited = openAwaitedTabs({
    browser,
    isBack: (tabId) => tabs.has(tabId),
    onRecalled(tabIds) {
      early.keepEventsOf(tabIds);
      stopIfUnwatched();
    },
    onGivenUp(tabIds) {
      early.clear();
      for (const tabId of tabIds) pages.tell(tabId);
      remember();
      stopIfUnwatched();
    },
  });

  return {
    watch(watcher, wanted, own) {
      if (asked.has(watcher)) return;
      if (wanted.data) wantingData.add(watcher);
      asked.set(watcher, {
        tabId: wanted.tabId,
        // Set first, because the decision checks whether the port was closed meanwhile.
        decided: Promise.resolve()
          .then(() => decide(watcher, wanted, own))
          .catch(console.error),
      });
      watcher.onClose(() => end(watcher));
    },
    setData(watcher, on) {
      const { tabId } = asked.get(watcher) ?? {};
      if (tabId === undefined) return;
      if (on) wantingData.add(watcher);
      else wantingData.delete(watcher);
      if (tabs.get(tabId)?.watchers.has(watcher)) pages.tell(tabId);
    },
    async flush(watcher) {
      const { tabId, decided } = asked.get(watcher) ?? {};
      await decided;
      if (tabId !== undefined && tabs.get(tabId)?.watchers.has(watcher)) await pages.flush(tabId);
      watcher.post({ type: 'flushed' });
    },
    permissionChanged() {
      const tell = (hostPermission: boolean) => {
        for (const tab of tabs.values()) tab.broadcast({ type: 'permission', hostPermission });
      };
      browser.permissions
        .contains({ origins: ['<all_urls>'] })
        .then(tell)
        .catch(console.error);
    },
    tabClosed(tabId) {
      tabs.get(tabId)?.broadcast({ type: 'gone' });
      pages.tabClosed(tabId);
    },
  };
}
