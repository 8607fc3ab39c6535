import type { Browser, Runtime, WebNavigation } from 'webextension-polyfill';
import type { HeaderList } from '../engine';
import { answerMessages, answerPorts } from '../platform/browser-api';
import { isOwnPage } from '../platform/own-page';
import { kindOfTab } from '../platform/tab-kind';
import { type ContentState, documentPort, type FromContent, type UnparsedEvent } from '../protocol/content';
import type { ToWatcher } from '../protocol/messages';
import type { FrameRef, RelayedPageEvent } from '../protocol/page-events';
import { parseFromContent } from '../protocol/parse-from-content';
import { allowsWasm } from './allows-wasm';
import type { ContentScripts } from './content-scripts';
import { flushFrames } from './flush-frames';
import { openFrameFinder } from './frame-finder';
import type { Settings } from './keep-settings';
import { openNameMemory } from './name-memory';
import { openOpenedTabs } from './opened-tabs';
import { openPageDocuments } from './page-documents';
import { openPageEventRelay } from './relay-page-event';
import { openSenders } from './senders';

/** When to look for the headers of a document, in milliseconds after the look before. */
const headersWaitsMs: readonly number[] = [50, 100, 200, 400, 800, 1_600];

/** The watchers of page events. */
export interface PageWatchers {
  /** Whether a tab is watched, or was watched before a stop and its watchers may still come back. */
  isWatched(tabId: number): Promise<boolean>;
  wantsData(tabId: number): boolean;
  /** The request and response headers of the document in a frame; null if they were not seen. */
  documentHeaders(tabId: number, frameId: number, url: string): HeaderList | null;
  /** Sends a tab's watchers what happened in it, or in a tab that it opened. */
  deliver(tabId: number, events: readonly RelayedPageEvent[]): void;
  /** Sends them what the tab's documents reported about their requests. */
  deliverHints(tabId: number, message: Extract<ToWatcher, { type: 'page-hints' }>): void;
}

/** The scripts in pages, seen from the background. */
export interface Pages {
  /** Resolves when every new document will be observed. */
  start(): Promise<void>;
  stop(): void;
  /** Sends the scripts of a tab, and of the tabs that it opened, their current state. */
  tell(tabId: number): void;
  /**
   * Resolves when the scripts of a tab have sent everything they had; it does not wait for one that cannot answer.
   */
  flush(tabId: number): Promise<void>;
  tabClosed(tabId: number): void;
  /** The watched tab from which a tab was opened, directly or through others. */
  rootOf(tabId: number): number | undefined;
  /** Resolves when it is known whether a watched tab opened this one; undefined if that is known already. */
  undecided(tabId: number): Promise<void> | undefined;
}

/** What observing pages takes besides its watchers. */
export interface PagesContext {
  readonly browser: Pick<Browser, 'runtime' | 'tabs' | 'webNavigation'>;
  readonly scripts: ContentScripts;
  readonly settings: Settings;
}

/** Listens to the scripts in pages at once: one of their messages may have woken the background. */
export function observePages(watchers: PageWatchers, { browser, scripts, settings }: PagesContext): Pages {
  const names = openNameMemory();
  const senders = openSenders();
  const opened = openOpenedTabs(async (tabId, root) => {
    const [kind, rootKind] = await Promise.all([kindOfTab(browser, tabId), kindOfTab(browser, root)]);
    return kind !== null && kind === rootKind && (await watchers.isWatched(root));
  });
  const documents = openPageDocuments();
  const finder = openFrameFinder({
    browser,
    opened,
    documentsOf: documents.of,
  });
  const toRelayed = openPageEventRelay({ documents, opened, names });
  /** The version of the last state that was sent. It keeps growing when another background takes over. */
  let version = 0;
  let isStarted = false;

  async function rootsOf(tabId: number): Promise<readonly number[]> {
    await opened.undecided(tabId);
    const root = opened.rootOf(tabId);
    const candidates = root === undefined ? [tabId] : [tabId, root];
    const watched = await Promise.all(candidates.map((id) => watchers.isWatched(id)));
    return candidates.filter((_, index) => watched[index]);
  }

  async function stateOf(tabId: number): Promise<ContentState> {
    version = Math.max(version + 1, Date.now());
    const mine = version;
    const [roots, { pageWorld }] = await Promise.all([rootsOf(tabId), settings.current]);
    const data = roots.some((root) => watchers.wantsData(root));
    return { type: 'content-state', version: mine, isOn: roots.length > 0, data, pageWorld };
  }

  /** Whether a document's policies allow WebAssembly; null while its headers are not known. */
  function canCompile(tabId: number, frameId: number, url: string): boolean | null {
    // Other documents have no response.
    if (!/^https?:/.test(url)) return false;
    const headers = watchers.documentHeaders(tabId, frameId, url);
    return headers && allowsWasm(headers);
  }

  /** Waits for the headers of a document whose script came first, or whose watcher is not back after a stop. */
  async function mayCompile(...document: Parameters<typeof canCompile>): Promise<boolean> {
    for (const ms of headersWaitsMs) {
      await new Promise((resolve) => setTimeout(resolve, ms));
      const can = canCompile(...document);
      if (can !== null) return can;
    }
    return false;
  }

  async function answer(message: FromContent, sender: Runtime.MessageSender): Promise<unknown> {
    const { tab, url = '' } = sender;
    const frame = senders.frameOf(sender);
    if (tab?.id === undefined || !frame) return null;
    const { frameId } = frame;
    switch (message.type) {
      case 'here': {
        documents.begin(tab.id, frame, message.cameBack);
        if (frameId === 0 && !message.cameBack) void reportOpened(frame, message, sender, tab.id);
        const state = await stateOf(tab.id);
        if (state.isOn) names.note(tab.id, frame, message.name);
        return { ...state, canCompile: canCompile(tab.id, frameId, url), place: { tabId: tab.id, frameId } };
      }
      case 'wasm':
        return mayCompile(tab.id, frameId, url);
      case 'name':
        names.note(tab.id, frame, message.state);
        return null;
      case 'where':
        return finder.find(message.whereabouts, tab.id);
      case 'page-events':
        return relay(message.events, frame, tab.id);
      case 'page-hints':
        return relayHints(message, frame, tab.id);
    }
  }

  /** Reports a document in an opened tab, with what it knows of its opener. */
  async function reportOpened(
    frame: FrameRef,
    { hasOpener }: Extract<FromContent, { type: 'here' }>,
    { url = '' }: Runtime.MessageSender,
    tabId: number,
  ): Promise<void> {
    await opened.undecided(tabId);
    // In Firefox, each window begins with an empty document that sends a message too.
    const began = url === 'about:blank' ? null : opened.begin(tabId);
    if (!began) return;
    const { by, ...more } = began;
    const from = documents.at(by) ?? null;
    const about = { url, hasOpener, from, fromTabId: by.tabId, ...more, source: 'extension' };
    const event = { kind: 'opener', atMs: Date.now(), count: 1, ...about };
    await relay([event], frame, tabId);
  }

  /** Sends a frame's events to its watchers. Returns the state in which the frame rests if there are none. */
  async function relay(
    events: readonly UnparsedEvent[],
    frame: FrameRef,
    tabId: number,
  ): Promise<ContentState | null> {
    const facts = events.map((event) => toRelayed(event, frame, tabId));
    const roots = await rootsOf(tabId);
    for (const root of roots) {
      const openedTabId = root === tabId ? null : tabId;
      watchers.deliver(
        root,
        facts.map((each) => ({ ...each, openedTabId })),
      );
    }
    return roots.length === 0 ? stateOf(tabId) : null;
  }

  /** Sends a frame's hints to the watchers that see its requests: those of its own tab, not those of its opener. */
  async function relayHints(
    { hints, withCalls, dropped }: Extract<FromContent, { type: 'page-hints' }>,
    frame: FrameRef,
    tabId: number,
  ): Promise<ContentState | null> {
    const roots = await rootsOf(tabId);
    if (roots.includes(tabId)) {
      watchers.deliverHints(tabId, { type: 'page-hints', frame, hints, withCalls, dropped });
    }
    return roots.length === 0 ? stateOf(tabId) : null;
  }

  async function sendState(tabId: number): Promise<void> {
    // The tab may have no script.
    await browser.tabs.sendMessage(tabId, await stateOf(tabId)).catch(() => {});
  }

  function tell(tabId: number): void {
    void sendState(tabId);
    for (const id of opened.of(tabId)) void sendState(id);
  }

  function onCreated(details: WebNavigation.OnCreatedNavigationTargetDetailsType): void {
    const { tabId, sourceTabId, sourceFrameId } = details;
    const by = { tabId: sourceTabId, frameId: sourceFrameId };
    opened
      .note(tabId, by)
      .then(() => (opened.has(tabId) ? sendState(tabId) : undefined))
      .catch(console.error);
  }

  function settingsChanged(): void {
    if (!isStarted) return;
    void start();
    for (const tabId of documents.tabIds()) void sendState(tabId);
  }

  async function start(): Promise<void> {
    if (!isStarted) {
      isStarted = true;
      browser.webNavigation.onCreatedNavigationTarget.addListener(onCreated);
    }
    const { pageWorld } = await settings.current;
    if (isStarted) await scripts.register(pageWorld);
  }

  settings.onChange(settingsChanged);
  const receive = (raw: unknown, sender: Runtime.MessageSender) => {
    // Only content scripts send these messages, each about its own frame.
    const message = isOwnPage(sender, browser.runtime) ? null : parseFromContent(raw);
    return message && answer(message, sender);
  };
  answerMessages(browser, receive);
  answerPorts(browser, documentPort, receive);

  return {
    start,
    stop() {
      isStarted = false;
      browser.webNavigation.onCreatedNavigationTarget.removeListener(onCreated);
      void scripts.unregister();
      opened.clear();
      documents.clear();
      senders.clear();
    },
    tell,
    flush: (tabId) => flushFrames(browser, tabId, documents.of(tabId).keys()),
    rootOf: opened.rootOf,
    undecided: opened.undecided,
    tabClosed(tabId) {
      opened.forget(tabId);
      documents.forget(tabId);
    },
  };
}
