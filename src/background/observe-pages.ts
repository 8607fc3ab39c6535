import type { Browser, Runtime, WebNavigation } from 'webextension-polyfill';
import type { HeaderList } from '../engine';
import { answerMessages, answerPorts } from '../platform/browser-api';
import { isOwnPage } from '../platform/own-page';
import { kindOfTab } from '../platform/tab-kind';
import { type ContentState, documentPort, type FromContent, type ToldWords } from '../protocol/content';
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

/** Who wants page events. */
export interface PageWatchers {
  /** Whether somebody watches that tab, or did before a stop and has yet to come back. */
  isWatched(tabId: number): Promise<boolean>;
  wantsData(tabId: number): boolean;
  /** The headers with which what a frame shows was asked for and came; null where they were not seen. */
  documentHeaders(tabId: number, frameId: number, url: string): HeaderList | null;
  /** Gives the watchers of a tab what happened in it, or in one that it opened. */
  deliver(tabId: number, events: readonly RelayedPageEvent[]): void;
  /** Gives them what documents of the tab said of their requests. */
  deliverHints(tabId: number, message: Extract<ToWatcher, { type: 'page-hints' }>): void;
}

/** What happens inside pages. */
export interface Pages {
  /** Resolves when documents made from then on are observed. */
  start(): Promise<void>;
  stop(): void;
  /** Tells the scripts of a tab, and of those that it opened, what they are to do now. */
  tell(tabId: number): void;
  /** Resolves when the scripts of a tab have told what they had to tell; not for one that cannot answer. */
  flush(tabId: number): Promise<void>;
  tabClosed(tabId: number): void;
  /** The watched tab that an opened one goes back to. */
  rootOf(tabId: number): number | undefined;
  /** Resolves when it is known whether a new tab was opened by a watched one; undefined if it is known. */
  undecided(tabId: number): Promise<void> | undefined;
}

/** What observing pages takes besides who wants it. */
export interface PagesContext {
  readonly browser: Pick<Browser, 'runtime' | 'tabs' | 'webNavigation'>;
  readonly scripts: ContentScripts;
  readonly settings: Settings;
}

/** Listens to the scripts in pages from now on: one of their messages may have woken the background. */
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
    told: documents.of,
  });
  const toRelayed = openPageEventRelay({ documents, opened, names });
  /** Of what frames are told. It goes on growing when another background takes over. */
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

  async function answer(message: FromContent, sender: Runtime.MessageSender): Promise<unknown> {
    const { tab } = sender;
    const frame = senders.frameOf(sender);
    if (tab?.id === undefined || !frame) return null;
    const { frameId } = frame;
    switch (message.type) {
      case 'here': {
        documents.begin(tab.id, frame, message.cameBack);
        if (frameId === 0 && !message.cameBack) void tellOpened(frame, message, sender, tab.id);
        const state = await stateOf(tab.id);
        if (state.isOn) names.note(tab.id, frame, message.name);
        const headers = watchers.documentHeaders(tab.id, frameId, sender.url ?? '');
        return { ...state, canCompile: allowsWasm(headers), place: { tabId: tab.id, frameId } };
      }
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

  /** Tells of a document in an opened tab what it knows of who opened it. */
  async function tellOpened(
    frame: FrameRef,
    { hasOpener }: Extract<FromContent, { type: 'here' }>,
    { url = '' }: Runtime.MessageSender,
    tabId: number,
  ): Promise<void> {
    await opened.undecided(tabId);
    // Firefox begins each window with an empty document that counts as one.
    const began = url === 'about:blank' ? null : opened.begin(tabId);
    if (!began) return;
    const { by, ...more } = began;
    const from = documents.at(by) ?? null;
    const about = { url, hasOpener, from, fromTabId: by.tabId, ...more, source: 'extension' };
    const event = { kind: 'opener', atMs: Date.now(), count: 1, ...about };
    await relay([event], frame, tabId);
  }

  /** Gives what a frame tells to those who watch; where nobody does, the answer is to rest. */
  async function relay(
    events: readonly ToldWords[],
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

  /** To those alone who see the tab's requests: not to who watches the tab that opened it. */
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

  async function tellTab(tabId: number): Promise<void> {
    // There may be no script in it, and then nobody to tell.
    await browser.tabs.sendMessage(tabId, await stateOf(tabId)).catch(() => {});
  }

  function tell(tabId: number): void {
    void tellTab(tabId);
    for (const id of opened.of(tabId)) void tellTab(id);
  }

  function onCreated(details: WebNavigation.OnCreatedNavigationTargetDetailsType): void {
    const { tabId, sourceTabId, sourceFrameId } = details;
    const by = { tabId: sourceTabId, frameId: sourceFrameId };
    opened
      .note(tabId, by)
      .then(() => (opened.has(tabId) ? tellTab(tabId) : undefined))
      .catch(console.error);
  }

  function settingsChanged(): void {
    if (!isStarted) return;
    void start();
    for (const tabId of documents.tabIds()) void tellTab(tabId);
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
  const hear = (raw: unknown, sender: Runtime.MessageSender) => {
    // A content script speaks of its own frame only; pages of ours have nothing to say here.
    const message = isOwnPage(sender, browser.runtime) ? null : parseFromContent(raw);
    return message && answer(message, sender);
  };
  answerMessages(browser, hear);
  answerPorts(browser, documentPort, hear);

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
