import type { Browser, Runtime, WebNavigation } from 'webextension-polyfill';
import type { HeaderList } from '../engine';
import { answerMessages, answerPorts } from '../platform/browser-api';
import { isOwnPage } from '../platform/own-page';
import { kindOfTab } from '../platform/tab-kind';
import {
  type ContentState,
  documentPort,
  type FromContent,
  type Place,
  type ToContent,
  type ToldWords,
} from '../protocol/content';
import type { ToWatcher } from '../protocol/messages';
import type { FrameRef, RelayedPageEvent } from '../protocol/page-events';
import { parseFromContent, parseNameState, parsePlace } from '../protocol/parse-from-content';
import { allowsWasm } from './allows-wasm';
import type { ContentScripts } from './content-scripts';
import { openFrameFinder } from './frame-finder';
import type { Settings } from './keep-settings';
import { openNameMemory } from './name-memory';
import { openOpenedTabs } from './opened-tabs';
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

const maxAheadMs = 1_000;
/** Of a tab, frames whose documents are remembered: nobody tells of a frame that was removed. */
const maxFrames = 2_000;
/** How long a frame has to answer: its script may be busy, or gone. */
const flushMs = 2_000;

/** Listens to the scripts in pages from now on: one of their messages may have woken the background. */
export function observePages(watchers: PageWatchers, { browser, scripts, settings }: PagesContext): Pages {
  const names = openNameMemory();
  const senders = openSenders();
  const opened = openOpenedTabs(async (tabId, root) => {
    const [kind, rootKind] = await Promise.all([kindOfTab(browser, tabId), kindOfTab(browser, root)]);
    return kind !== null && kind === rootKind && (await watchers.isWatched(root));
  });
  /** The documents whose scripts were heard, by tab and frame. */
  const documents = new Map<number, Map<number, FrameRef>>();
  const finder = openFrameFinder({
    browser,
    opened,
    told: (tabId) => documents.get(tabId) ?? new Map<number, FrameRef>(),
  });
  const firstId = `${Date.now().toString(36)}-`;
  let lastId = 0;
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
        // Of a page that came back, the frames may have asked already.
        const isNewPage = frameId === 0 && !message.cameBack;
        if (isNewPage) documents.delete(tab.id);
        const frames = documents.get(tab.id) ?? new Map<number, FrameRef>();
        documents.set(tab.id, frames.set(frameId, frame));
        const [oldest = 0] = frames.keys();
        if (frames.size > maxFrames) frames.delete(oldest);
        if (isNewPage) void tellOpened(frame, message, sender, tab.id);
        const state = await stateOf(tab.id);
        if (state.isOn) names.note(`${tab.id}/${frameId}`, { ...documentOf(frame), ...message.name });
        const headers = watchers.documentHeaders(tab.id, frameId, sender.url ?? '');
        return { ...state, canCompile: allowsWasm(headers), place: { tabId: tab.id, frameId } };
      }
      case 'name':
        names.note(`${tab.id}/${frameId}`, { ...documentOf(frame), ...message.state });
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
    const from = documents.get(by.tabId)?.get(by.frameId) ?? null;
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

  function toRelayed(event: ToldWords, frame: FrameRef, tabId: number): RelayedPageEvent {
    const relayed = {
      ...event,
      id: `${firstId}${++lastId}`,
      frame,
      openedTabId: null,
      atMs: Math.min(event.atMs, Date.now() + maxAheadMs),
    };
    const words: Readonly<Record<string, unknown>> = { ...event };
    if (event.kind === 'window-name') {
      const state = parseNameState(words.state);
      const key = `${tabId}/${frame.frameId}`;
      const isFound = state !== null && words.action === 'survived';
      const before = isFound ? names.before(key, frame.documentId, state) : null;
      if (state) names.note(key, { ...documentOf(frame), ...state });
      return Object.assign(relayed, { before });
    }
    if (event.kind !== 'post-message') return relayed;
    return Object.assign(relayed, sender(parsePlace(words.from), String(words.senderOrigin), tabId));
  }

  /** Who sent it. What the frame's script says of that is held against what the other frame's said of itself. */
  function sender(place: Place | null, origin: string, tabId: number) {
    const related = [tabId, ...opened.openerOf(tabId), ...opened.openedBy(tabId)];
    if (!place || !related.includes(place.tabId)) return { from: null, fromTabId: null };
    const told = documents.get(place.tabId)?.get(place.frameId);
    // It shows another page by now; its window is still the one.
    const documentId = told?.origin === origin ? told.documentId : null;
    const from: FrameRef = { frameId: place.frameId, documentId, origin };
    return { from, fromTabId: place.tabId === tabId ? null : place.tabId };
  }

  async function tellTab(tabId: number): Promise<void> {
    // There may be no script in it, and then nobody to tell.
    await browser.tabs.sendMessage(tabId, await stateOf(tabId)).catch(() => {});
  }

  function tell(tabId: number): void {
    void tellTab(tabId);
    for (const id of opened.of(tabId)) void tellTab(id);
  }

  async function flush(tabId: number): Promise<void> {
    const frames = (await browser.webNavigation.getAllFrames({ tabId }).catch(() => null)) ?? [];
    const ids = new Set([...frames.map(({ frameId }) => frameId), ...(documents.get(tabId)?.keys() ?? [])]);
    const message: ToContent = { type: 'flush' };
    const asked = [...ids].map((frameId) =>
      browser.tabs.sendMessage(tabId, message, { frameId }).catch(() => {}),
    );
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, flushMs);
    });
    await Promise.race([Promise.all(asked), late]);
    clearTimeout(timer);
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
    for (const tabId of documents.keys()) void tellTab(tabId);
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
    flush,
    rootOf: opened.rootOf,
    undecided: opened.undecided,
    tabClosed(tabId) {
      opened.forget(tabId);
      documents.delete(tabId);
    },
  };
}

function documentOf({ documentId, origin }: FrameRef) {
  return { documentId, origin: origin ?? 'null' };
}
