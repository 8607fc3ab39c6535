import type { RequestEvent } from '../exchange/facts/facts';
import { browser } from '../platform/browser-api';
import { browserInfo } from '../platform/browser-info';
import { observePrivateWindows, type PrivateWindows } from '../platform/private-windows';
import { isSameWindowKind, kindOfTab, type TabKind } from '../platform/tab-kind';
import type { ExchangeFacts } from '../protocol/facts';
import type { FromWatcher, ToWatcher } from '../protocol/messages';
import { countEarlier } from './count-earlier';
import { openEarly } from './early';
import { framesOf, type NavigationEvent, observeNavigation, observeTitles } from './observe-navigation';
import { observePages, type PagesContext } from './observe-pages';
import { observeRequests } from './observe-requests';
import { openWatchedTab, type WatchedTab, type Watcher } from './watched-tab';
import { openWorkerRequests } from './worker-requests';

const storageKey = 'watchedTabs';
const sweepMs = 1_000;
/** How long a tab that was watched before a stop waits for its watchers to come back. */
const returnMs = 10_000;
const framesMs = 100;
/** Each time all frames of the tab are asked for: of many, less often. */
const msAFrame = 2;
const maxFramesMs = 1_000;

/** Who watches which tab. */
export interface Watchers {
  /**
   * Sends a watcher what happens in a tab until its port closes. A port watches one tab, and one in a window of its own
   * kind: `own` is the kind of the watcher's tab, null for DevTools, which has none.
   */
  watch(watcher: Watcher, wanted: Extract<FromWatcher, { type: 'watch' }>, own: TabKind | null): void;
  /** Whether a watcher wants what messages say. */
  setData(watcher: Watcher, on: boolean): void;
  /** Tells a watcher once everything that its tab's frames had to tell was told. */
  flush(watcher: Watcher): Promise<void>;
  /** Tells all watchers that access to the pages' hosts was given or taken away. */
  permissionChanged(): void;
  /** Tells a tab's watchers that it is closed. */
  tabClosed(tabId: number): void;
}

/**
 * Starts with every listener registered, for an event that woke the background is delivered to no other;
 * then reads which tabs were watched before it was stopped, and stops listening if there are none.
 */
export function openWatchers(context: PagesContext): Watchers {
  const info = browserInfo();
  const tabs = new Map<number, WatchedTab>();
  /** Tabs that were watched before a stop, and whose watchers are yet to come back; null: not yet known. */
  let awaited: Set<number> | null = null;
  /** Of tabs that may turn out to be watched. */
  const early = openEarly();
  /** What each watcher asked for, and when it is known whether it gets that. */
  const asked = new Map<Watcher, { readonly tabId: number; readonly decided: Promise<void> }>();
  const wantingData = new Set<Watcher>();
  const workers = openWorkerRequests(() => tabs.values());
  const pendingFrames = new Set<number>();
  let stop: (() => void) | null = null;
  let sweeper: ReturnType<typeof setInterval> | undefined;
  /** Chromium's; Firefox says of each request whose it is. */
  let privateWindows: PrivateWindows | null = null;

  const pages = observePages(
    {
      async isWatched(tabId) {
        await recalled;
        return tabs.has(tabId) || awaited?.has(tabId) === true;
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
    else early.tell(tabId, message);
  }

  function listen(): void {
    if (stop) return;
    const stops = [
      observeRequests(info.name, receive),
      observeNavigation(navigated),
      observeTitles((tabId) => tellFramesSoon(tabId)),
    ];
    stop = () => {
      for (const each of stops) each();
    };
    sweeper = setInterval(sweepAll, sweepMs);
    if (info.name === 'chrome') privateWindows = observePrivateWindows();
  }

  function stopIfUnwatched(): void {
    if (tabs.size > 0 || awaited === null || awaited.size > 0) return;
    stop?.();
    stop = null;
    clearInterval(sweeper);
    privateWindows?.stop();
    privateWindows = null;
    pages.stop();
    early.clear();
    workers.clear();
  }

  function receive(event: RequestEvent, tabId: number, kind: TabKind | null): void {
    const tab = tabs.get(tabId);
    if (tab) tab.receive(event);
    else if (tabId === -1) workers.receive(event, kind ?? kindOfUntold());
    else if (awaited?.has(tabId) === false) receiveFromOpened(event, tabId);
    else early.hear(tabId, event);
  }

  /** Without private windows, all requests have one kind. */
  function kindOfUntold(): TabKind | null {
    return privateWindows?.areOpen === false ? 'default' : null;
  }

  /** Of a tab that a watched one opened, its documents' requests alone. */
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
    tellFramesSoon(tabId, frameId === 0);
  }

  function tellFramesSoon(tabId: number, isNewPage = false): void {
    const tab = tabs.get(tabId);
    if (!tab || pendingFrames.has(tabId)) return;
    pendingFrames.add(tabId);
    const waitMs = isNewPage ? framesMs : framesMs + tab.frames.length * msAFrame;
    setTimeout(
      () => {
        pendingFrames.delete(tabId);
        void tellFrames(tabId);
      },
      Math.min(waitMs, maxFramesMs),
    );
  }

  async function tellFrames(tabId: number): Promise<void> {
    const [frames, tab] = await Promise.all([framesOf(tabId), browser.tabs.get(tabId).catch(() => null)]);
    const watched = tabs.get(tabId);
    if (!watched || frames.length === 0) return;
    watched.frames = watched.frameMemory.completed(frames);
    watched.broadcast({ type: 'frames', frames: watched.frames, title: tab?.title ?? null });
  }

  function sweepAll(): void {
    workers.sweep(Date.now());
    for (const tab of tabs.values()) tab.sweep();
  }

  async function remember(): Promise<void> {
    await recalled;
    // Nothing of a private window is stored, not even its number.
    const stored = [...tabs].flatMap(([tabId, { kind }]) => (kind === 'private' ? [] : tabId));
    await browser.storage.session.set({ [storageKey]: [...stored, ...(awaited ?? [])] });
  }

  async function recall(): Promise<void> {
    const stored = await browser.storage.session.get(storageKey).catch(() => null);
    const ids = stored?.[storageKey];
    const known = Array.isArray(ids) ? ids.filter((id): id is number => typeof id === 'number') : [];
    awaited = new Set(known.filter((id) => !tabs.has(id)));
    early.keepEventsOf(awaited);
    if (awaited.size === 0) return stopIfUnwatched();
    setTimeout(() => {
      const forgotten = awaited ?? [];
      awaited = new Set();
      early.clear();
      for (const tabId of forgotten) pages.tell(tabId);
      void remember();
      stopIfUnwatched();
    }, returnMs);
  }

  async function acknowledge(watcher: Watcher, tabId: number, sinceMs: number): Promise<void> {
    const [hostPermission] = await Promise.all([
      browser.permissions.contains({ origins: ['<all_urls>'] }),
      pages.start(),
    ]);
    watcher.post({ type: 'watching', browser: info, sinceMs, hostPermission });
    await tellFrames(tabId);
    watcher.post({ type: 'earlier', count: await countEarlier(tabId) });
  }

  /** Whether a watcher may have that tab: there must be one, and both are in private windows, or neither is. */
  async function decide(
    watcher: Watcher,
    { tabId, open }: Extract<FromWatcher, { type: 'watch' }>,
    own: TabKind | null,
  ): Promise<void> {
    const kind = await kindOfTab(tabId);
    if (!asked.has(watcher)) return;
    if (kind !== null && isSameWindowKind(own ?? kind, kind)) {
      begin(watcher, tabId, kind, open);
      return;
    }
    watcher.post({ type: 'watching', browser: info, sinceMs: Date.now(), hostPermission: true });
    watcher.post({ type: 'gone' });
  }

  function begin(watcher: Watcher, tabId: number, kind: TabKind, open: readonly ExchangeFacts[]): void {
    listen();
    const tab = tabs.get(tabId) ?? openWatchedTab(info.name, kind);
    tabs.set(tabId, tab);
    tab.watchers.add(watcher);
    tab.resume(open);
    awaited?.delete(tabId);
    const { events, told, lost } = early.take(tabId);
    for (const event of events) tab.receive(event);
    for (const message of told) tab.broadcast(message);
    if (lost.requests + lost.hints > 0) tab.broadcast({ type: 'lost', ...lost });
    remember().catch(console.error);
    acknowledge(watcher, tabId, Date.now()).catch(console.error);
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
    remember().catch(console.error);
    stopIfUnwatched();
  }

  listen();
  const recalled = recall().catch(console.error);

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
