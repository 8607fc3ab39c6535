import browser, { type Runtime, type WebNavigation } from 'webextension-polyfill';
import { type HeaderList, originOf } from '../engine';
import type {
  ContentState,
  FramePath,
  FromContent,
  Place,
  ToContent,
  ToldWords,
  Whereabouts,
} from '../protocol/content';
import { settingsKey, type ToWatcher } from '../protocol/messages';
import type { FrameRef, RelayedPageEvent } from '../protocol/page-events';
import { parseFromContent, parseNameState, parsePlace } from '../protocol/parse-from-content';
import { allowsWasm } from './allows-wasm';
import { isPageWorldAllowed, openContentScripts } from './content-scripts';
import { frameAt } from './find-frame';
import { openNameMemory } from './name-memory';
import { openOpenedTabs } from './opened-tabs';

/** Who wants page events. */
export interface PageWatchers {
  /** Whether somebody watches that tab, or did before a stop and has yet to come back. */
  isWatched(tabId: number): Promise<boolean>;
  wantsData(tabId: number): boolean;
  /** The headers of the response that a frame shows; null where they were not seen. */
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
}

/** A document that a frame's script told of. */
interface Told {
  readonly documentId: string | null;
  readonly origin: string;
}

const maxAheadMs = 1_000;
/** How long a frame has to answer: its script may be busy, or gone. */
const flushMs = 2_000;

/** Listens to the scripts in pages from now on: one of their messages may have woken the background. */
export function observePages(watchers: PageWatchers): Pages {
  const scripts = openContentScripts();
  const names = openNameMemory();
  const opened = openOpenedTabs((tabId) => watchers.isWatched(tabId));
  const documents = new Map<number, Map<number, Told>>();
  const firstId = `${Date.now().toString(36)}-`;
  let lastId = 0;
  /** Of what frames are told. It goes on growing when another background takes over. */
  let version = 0;
  let pageWorld = isPageWorldAllowed();
  let isStarted = false;

  async function rootsOf(tabId: number): Promise<readonly number[]> {
    const root = opened.rootOf(tabId);
    const candidates = root === undefined ? [tabId] : [tabId, root];
    const watched = await Promise.all(candidates.map((id) => watchers.isWatched(id)));
    return candidates.filter((_, index) => watched[index]);
  }

  async function stateOf(tabId: number): Promise<ContentState> {
    version = Math.max(version + 1, Date.now());
    const mine = version;
    const [roots, isAllowed] = await Promise.all([rootsOf(tabId), pageWorld]);
    const data = roots.some((root) => watchers.wantsData(root));
    return { type: 'content-state', version: mine, isOn: roots.length > 0, data, pageWorld: isAllowed };
  }

  async function answer(message: FromContent, sender: Runtime.MessageSender): Promise<unknown> {
    const { tab, frameId } = sender;
    if (tab?.id === undefined || frameId === undefined) return null;
    const { documentId = null } = sender as { readonly documentId?: string };
    switch (message.type) {
      case 'here': {
        // Of a page that came back, the frames may have asked already.
        const isNewPage = frameId === 0 && !message.cameBack;
        if (isNewPage) documents.delete(tab.id);
        const frames = documents.get(tab.id) ?? new Map<number, Told>();
        documents.set(tab.id, frames.set(frameId, { documentId, origin: message.origin }));
        // Chromium names a tab there that was only in front when this one was made.
        if (message.hasOpener && tab.openerTabId !== undefined) {
          await opened.note(tab.id, { tabId: tab.openerTabId, frameId: 0 });
        }
        if (isNewPage) {
          void tellOpened({ frameId, documentId, origin: message.origin }, message, sender, tab.id);
        }
        const state = await stateOf(tab.id);
        const headers = watchers.documentHeaders(tab.id, frameId, sender.url ?? '');
        return { ...state, frameId, canCompile: allowsWasm(headers) };
      }
      case 'name':
        names.note(`${tab.id}/${frameId}`, { documentId, origin: message.origin, ...message.state });
        return null;
      case 'where':
        return find(message.whereabouts, tab.id);
      case 'page-events':
        return relay(
          message.events as readonly ToldWords[],
          { frameId, documentId, origin: message.origin },
          tab.id,
        );
      case 'page-hints':
        return relayHints(message, { frameId, documentId, origin: message.origin }, tab.id);
    }
  }

  /** Tells of a document in an opened tab what it knows of who opened it. */
  async function tellOpened(
    frame: FrameRef,
    { hasOpener }: Extract<FromContent, { type: 'here' }>,
    { url = '' }: Runtime.MessageSender,
    tabId: number,
  ): Promise<void> {
    // Firefox begins each window with an empty document that counts as one.
    const began = url === 'about:blank' ? null : opened.begin(tabId);
    if (!began) return;
    const { by, ...more } = began;
    const told = documents.get(by.tabId)?.get(by.frameId);
    const from = told ? { frameId: by.frameId, ...told } : null;
    const about = { url, hasOpener, from, fromTabId: by.tabId, ...more, source: 'extension' };
    const event = { kind: 'opener', atMs: Date.now(), count: 1, ...about };
    await relay([event], frame, tabId);
  }

  async function find({ tab, openedFrom, spot, origin }: Whereabouts, asking: number): Promise<Place | null> {
    const tabs =
      tab === 'here' ? [asking] : tab === 'opener' ? opened.openerOf(asking) : opened.openedBy(asking);
    const places = await Promise.all(
      tabs.map(async (tabId) => {
        const frames = (await browser.webNavigation.getAllFrames({ tabId }).catch(() => null)) ?? [];
        const frameId =
          typeof spot === 'number' ? spot : ((await askFrames(tabId, spot)) ?? frameAt(spot, frames));
        if (frameId === null) return null;
        const url = frames.find((one) => one.frameId === frameId)?.url;
        const known =
          documents.get(tabId)?.get(frameId)?.origin ?? (url === undefined ? null : originOf(url));
        return known === origin ? { tabId, frameId } : null;
      }),
    );
    const [place = null, another] = places.filter((one) => one !== null);
    // Two popups of one origin cannot be told apart.
    return another || (tab === 'opened' && openedFrom === null) ? null : place;
  }

  /** The browser's own list has no frame that shows its first, empty document. Their scripts know where they are. */
  async function askFrames(tabId: number, path: FramePath): Promise<number | null> {
    const question: ToContent = { type: 'is-it-you', path };
    const frameId: unknown = await browser.tabs.sendMessage(tabId, question).catch(() => null);
    return typeof frameId === 'number' ? frameId : null;
  }

  /** Gives what a frame tells to whoever watches; where nobody does, the answer is to rest. */
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
      if (state) names.note(key, { documentId: frame.documentId, origin: frame.origin ?? 'null', ...state });
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
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, flushMs);
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

  function onStored(changes: Readonly<Record<string, unknown>>, area: string): void {
    if (area !== 'local' || !(settingsKey in changes)) return;
    pageWorld = isPageWorldAllowed();
    void start();
    for (const tabId of documents.keys()) void tellTab(tabId);
  }

  async function start(): Promise<void> {
    if (!isStarted) {
      isStarted = true;
      browser.webNavigation.onCreatedNavigationTarget.addListener(onCreated);
      browser.storage.onChanged.addListener(onStored);
      pageWorld = isPageWorldAllowed();
    }
    const isAllowed = await pageWorld;
    if (isStarted) await scripts.register(isAllowed);
  }

  browser.runtime.onMessage.addListener((raw: unknown, sender: Runtime.MessageSender) => {
    const message = parseFromContent(raw);
    return message ? answer(message, sender) : undefined;
  });

  return {
    start,
    stop() {
      isStarted = false;
      browser.webNavigation.onCreatedNavigationTarget.removeListener(onCreated);
      browser.storage.onChanged.removeListener(onStored);
      void scripts.unregister();
      opened.clear();
      documents.clear();
    },
    tell,
    flush,
    rootOf: opened.rootOf,
    tabClosed(tabId) {
      opened.forget(tabId);
      documents.delete(tabId);
    },
  };
}
