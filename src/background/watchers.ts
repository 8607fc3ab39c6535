import browser from 'webextension-polyfill';
import type { RequestEvent } from '../exchange/facts';
import { browserInfo } from '../platform/browser-info';
import type { ExchangeFacts } from '../protocol/facts';
import type { ToWatcher } from '../protocol/messages';
import { countEarlier } from './count-earlier';
import { framesOf, type NavigationEvent, observeNavigation } from './observe-navigation';
import { observePages } from './observe-pages';
import { observeRequests } from './observe-requests';
import { openWatchedTab, type WatchedTab, type Watcher } from './watched-tab';

const storageKey = 'watchedTabs';
const sweepMs = 1_000;
/** How long a tab that was watched before a stop waits for its watchers to come back. */
const returnMs = 10_000;
const framesMs = 100;
const strayMs = 5_000;
/** Batches of what pages told that wait for a watcher to come back. */
const maxEarly = 200;

/** Who watches which tab. */
export interface Watchers {
  /** Sends a watcher what happens in a tab until its port closes. */
  watch(watcher: Watcher, tabId: number, open: readonly ExchangeFacts[], data: boolean): void;
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
export function openWatchers(): Watchers {
  const info = browserInfo();
  const tabs = new Map<number, WatchedTab>();
  /** Tabs that were watched before a stop, and whose watchers are yet to come back; null: not yet known. */
  let awaited: Set<number> | null = null;
  /** Events of tabs that may turn out to be watched. */
  let early: { event: RequestEvent; tabId: number }[] = [];
  let earlyFromPages: { tabId: number; message: ToWatcher }[] = [];
  const wantingData = new Set<Watcher>();
  /** Events of workers' requests whose beginning is yet to come. */
  const strays = new Map<string, RequestEvent[]>();
  const pendingFrames = new Set<number>();
  let stop: (() => void) | null = null;
  let sweeper: ReturnType<typeof setInterval> | undefined;

  const pages = observePages({
    async isWatched(tabId) {
      await recalled;
      return tabs.has(tabId) || awaited?.has(tabId) === true;
    },
    wantsData: (tabId) => [...(tabs.get(tabId)?.watchers ?? [])].some((watcher) => wantingData.has(watcher)),
    documentHeaders: (tabId, frameId, url) =>
      (tabs.get(tabId) ?? tabs.get(pages.rootOf(tabId) ?? -1))?.documentHeaders(frameId, url) ?? null,
    deliver: (tabId, pageEvents) => deliver(tabId, { type: 'page-events', pageEvents }),
    deliverHints: deliver,
  });

  function deliver(tabId: number, message: ToWatcher): void {
    const tab = tabs.get(tabId);
    if (tab) tab.broadcast(message);
    else if (earlyFromPages.length < maxEarly) earlyFromPages.push({ tabId, message });
  }

  function listen(): void {
    if (stop) return;
    const stops = [observeRequests(info.name, receive), observeNavigation(navigated)];
    stop = () => {
      for (const each of stops) each();
    };
    sweeper = setInterval(sweepAll, sweepMs);
  }

  function stopIfUnwatched(): void {
    if (tabs.size > 0 || awaited === null || awaited.size > 0) return;
    stop?.();
    stop = null;
    clearInterval(sweeper);
    pages.stop();
    early = [];
    earlyFromPages = [];
    strays.clear();
  }

  function receive(event: RequestEvent, tabId: number): void {
    const tab = tabs.get(tabId);
    if (tab) tab.receive(event);
    else if (awaited === null || awaited.has(tabId)) early.push({ event, tabId });
    else if (tabId === -1) receiveFromWorker(event);
    else receiveFromOpened(event, tabId);
  }

  /** Of a tab that a watched one opened, its documents' requests alone. */
  function receiveFromOpened(event: RequestEvent, tabId: number): void {
    const root = tabs.get(pages.rootOf(tabId) ?? -1);
    if (event.type === 'started' ? event.resourceType === 'main_frame' : root?.has(event.requestId)) {
      root?.receive(event);
    }
  }

  /** A shared or service worker's request goes to each tab that shows a document of its origin. */
  function receiveFromWorker(event: RequestEvent): void {
    const { requestId } = event;
    const knowing = [...tabs.values()].filter((tab) => tab.has(requestId));
    if (knowing.length > 0) {
      for (const tab of knowing) tab.receive(event);
    } else if (event.type === 'started') {
      const { origin } = event;
      const held = strays.get(requestId) ?? [];
      strays.delete(requestId);
      for (const tab of tabs.values()) {
        if (!tab.frames.some((frame) => frame.origin === origin)) continue;
        for (const each of [event, ...held]) tab.receive(each);
      }
    } else {
      strays.set(requestId, [...(strays.get(requestId) ?? []), event]);
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
    if (pendingFrames.has(tabId)) return;
    pendingFrames.add(tabId);
    setTimeout(() => {
      pendingFrames.delete(tabId);
      void tellFrames(tabId);
    }, framesMs);
  }

  async function tellFrames(tabId: number): Promise<void> {
    const [frames, tab] = await Promise.all([framesOf(tabId), browser.tabs.get(tabId).catch(() => null)]);
    const watched = tabs.get(tabId);
    if (!watched || frames.length === 0) return;
    watched.frames = watched.frameMemory.completed(frames);
    watched.broadcast({ type: 'frames', frames: watched.frames, title: tab?.title ?? null });
  }

  function sweepAll(): void {
    for (const [id, [first]] of strays) if (first && first.atMs < Date.now() - strayMs) strays.delete(id);
    for (const tab of tabs.values()) tab.sweep();
  }

  async function remember(): Promise<void> {
    await recalled;
    await browser.storage.session.set({ [storageKey]: [...tabs.keys(), ...(awaited ?? [])] });
  }

  async function recall(): Promise<void> {
    const stored = await browser.storage.session.get(storageKey);
    const ids = stored[storageKey];
    const known = Array.isArray(ids) ? ids.filter((id): id is number => typeof id === 'number') : [];
    awaited = new Set(known.filter((id) => !tabs.has(id)));
    early = early.filter(({ tabId }) => awaited?.has(tabId) || tabId === -1);
    if (awaited.size === 0) return stopIfUnwatched();
    setTimeout(() => {
      const forgotten = awaited ?? [];
      awaited = new Set();
      early = [];
      earlyFromPages = [];
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

  listen();
  const recalled = recall().catch(console.error);

  return {
    watch(watcher, tabId, open, data) {
      listen();
      if (data) wantingData.add(watcher);
      const tab = tabs.get(tabId) ?? openWatchedTab(info.name);
      tabs.set(tabId, tab);
      tab.watchers.add(watcher);
      tab.resume(open);
      awaited?.delete(tabId);
      const mine = early.filter((each) => each.tabId === tabId).sort((a, b) => a.event.atMs - b.event.atMs);
      early = early.filter((each) => each.tabId !== tabId);
      for (const { event } of mine) tab.receive(event);
      for (const each of earlyFromPages) if (each.tabId === tabId) tab.broadcast(each.message);
      earlyFromPages = earlyFromPages.filter((one) => one.tabId !== tabId);
      remember().catch(console.error);
      acknowledge(watcher, tabId, Date.now()).catch(console.error);
      pages.tell(tabId);

      watcher.onClose(() => {
        tab.watchers.delete(watcher);
        wantingData.delete(watcher);
        if (tab.watchers.size === 0) tabs.delete(tabId);
        pages.tell(tabId);
        if (tab.watchers.size > 0) return;
        remember().catch(console.error);
        stopIfUnwatched();
      });
    },
    setData(watcher, on) {
      if (on) wantingData.add(watcher);
      else wantingData.delete(watcher);
      for (const [tabId, tab] of tabs) if (tab.watchers.has(watcher)) pages.tell(tabId);
    },
    async flush(watcher) {
      const watched = [...tabs].flatMap(([tabId, tab]) => (tab.watchers.has(watcher) ? tabId : []));
      await Promise.all(watched.map((tabId) => pages.flush(tabId)));
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
