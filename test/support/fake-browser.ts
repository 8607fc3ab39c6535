import type { Browser, Scripting } from 'webextension-polyfill';
import type { PortLike } from '../../src/protocol/channel';

/** An event of the extension API, which a test dispatches. */
export interface FakeEvent {
  addListener(listener: (...args: never[]) => unknown): void;
  removeListener(listener: (...args: never[]) => unknown): void;
  readonly size: number;
  /** Calls every listener; returns what they return. */
  dispatch(...args: readonly unknown[]): readonly unknown[];
}

/** An event without listeners. */
export function fakeEvent(): FakeEvent {
  const listeners = new Set<(...args: never[]) => unknown>();
  return {
    addListener: (listener) => void listeners.add(listener),
    removeListener: (listener) => void listeners.delete(listener),
    get size() {
      return listeners.size;
    },
    dispatch: (...args) => [...listeners].map((listener) => listener(...(args as never[]))),
  };
}

/** A tab or a window as the browser knows it. */
export interface FakeTab {
  readonly id: number;
  readonly incognito?: boolean;
  readonly cookieStoreId?: string;
}

/** A frame as `webNavigation` lists it. */
export interface FakeFrame {
  readonly frameId: number;
  readonly parentFrameId: number;
  readonly documentId?: string;
  readonly url: string;
}

/** A message to the scripts in a tab, or in one of its frames. */
export interface ToFrames {
  readonly tabId: number;
  /** null: every frame. */
  readonly frameId: number | null;
  readonly message: { readonly type: string; readonly [key: string]: unknown };
}

/** What a browser starts with. Arrays and objects are kept, and change as the background changes them. */
export interface FakeBrowserOptions {
  readonly tabs: readonly FakeTab[];
  readonly windows?: readonly FakeTab[];
  readonly session?: Record<string, unknown>;
  /** By tab; one that is not here has a top frame alone. */
  readonly frames?: Readonly<Record<number, readonly FakeFrame[]>>;
  /** Permissions granted; `hosts` stands for those of the pages. */
  readonly granted?: readonly string[];
  readonly cookieStores?: readonly { readonly id: string; readonly tabIds: readonly number[] }[];
  readonly cookies?: readonly { readonly domain: string; readonly storeId: string }[];
  /** Content scripts that an earlier background registered. */
  readonly scripts?: Scripting.RegisteredContentScript[];
  /** What a script that is executed in a tab returns, by frame. */
  readonly scripted?: readonly { readonly frameId: number; readonly result: unknown }[];
  /** Answers for the scripts in a tab. */
  readonly answer?: (to: ToFrames) => unknown;
}

const topFrame = { frameId: 0, parentFrameId: -1, documentId: 'd', url: 'https://shop.example/' };

/** The part of Chromium's extension API that the background uses. */
export function fakeBrowser(options: FakeBrowserOptions) {
  const { windows = [], session = {}, frames = {}, cookieStores = [], cookies = [], scripts = [] } = options;
  const origin = 'chrome-extension://own';
  const tabs = new Map(options.tabs.map((tab) => [tab.id, tab]));
  const granted = new Set(options.granted ?? ['hosts']);
  const toFrames: ToFrames[] = [];
  const toPages: unknown[] = [];
  const opened: string[] = [];
  const webRequest = {
    onBeforeRequest: fakeEvent(),
    onSendHeaders: fakeEvent(),
    onHeadersReceived: fakeEvent(),
    onBeforeRedirect: fakeEvent(),
    onAuthRequired: fakeEvent(),
    onResponseStarted: fakeEvent(),
    onCompleted: fakeEvent(),
    onErrorOccurred: fakeEvent(),
  };
  const api = {
    runtime: {
      id: 'own',
      getURL: (path: string) => `${origin}/${path}`,
      onConnect: fakeEvent(),
      onMessage: fakeEvent(),
      async sendMessage(message: unknown) {
        toPages.push(message);
        throw new Error('Could not establish connection. Receiving end does not exist.');
      },
    },
    permissions: {
      contains: async ({ permissions = ['hosts'] }: { readonly permissions?: readonly string[] }) =>
        permissions.every((name) => granted.has(name)),
      onAdded: fakeEvent(),
      onRemoved: fakeEvent(),
    },
    action: { onClicked: fakeEvent() },
    tabs: {
      async get(tabId: number) {
        const tab = tabs.get(tabId);
        if (!tab) throw new Error(`No tab with id: ${tabId}`);
        return tab;
      },
      create: async ({ url }: { readonly url: string }) => void opened.push(url),
      async sendMessage(
        tabId: number,
        message: ToFrames['message'],
        { frameId = null }: { readonly frameId?: number | null } = {},
      ) {
        const to = { tabId, frameId, message };
        toFrames.push(to);
        return options.answer?.(to);
      },
      onUpdated: fakeEvent(),
      onRemoved: fakeEvent(),
    },
    windows: { onCreated: fakeEvent(), onRemoved: fakeEvent(), getAll: async () => windows },
    storage: {
      session: {
        get: async () => structuredClone(session),
        set: async (items: object) => void Object.assign(session, structuredClone(items)),
      },
    },
    scripting: {
      executeScript: async (): Promise<readonly { readonly frameId?: number; readonly result: unknown }[]> =>
        options.scripted ?? [],
      getRegisteredContentScripts: async () => [...scripts],
      registerContentScripts: async (added: Scripting.RegisteredContentScript[]) =>
        void scripts.push(...added),
      async unregisterContentScripts({ ids }: { readonly ids: readonly string[] }) {
        for (const id of ids)
          scripts.splice(
            scripts.findIndex((script) => script.id === id),
            1,
          );
      },
    },
    cookies: {
      getAllCookieStores: async () => cookieStores,
      getAll: async ({ domain, storeId }: { readonly domain: string; readonly storeId: string }) =>
        cookies.filter((cookie) => cookie.domain === domain && cookie.storeId === storeId),
    },
    webRequest,
    webNavigation: {
      onCommitted: fakeEvent(),
      onCreatedNavigationTarget: fakeEvent(),
      getAllFrames: async ({ tabId }: { readonly tabId: number }) => frames[tabId] ?? [topFrame],
    },
  };
  return {
    api,
    /** The same, as the background's parts take it. */
    browser: api as unknown as Browser,
    /** URLs of the tabs that the background opened. */
    opened,
    /** What the background sent to content scripts, and to the extension's own pages. */
    toFrames,
    toPages,
    session,
    scripts,
    granted,
    /** Asks the background, as a page or a content script does. undefined: nobody answered. */
    ask: (message: unknown, sender: object) =>
      new Promise<unknown>((resolve) => {
        const taken = api.runtime.onMessage.dispatch(message, sender, resolve);
        if (!taken.includes(true)) resolve(undefined);
      }),
    closeTab(tabId: number) {
      tabs.delete(tabId);
      api.tabs.onRemoved.dispatch(tabId);
    },
    /** How many events have a listener that nobody needs unless a tab is watched. */
    listening: () =>
      [
        ...Object.values(webRequest),
        api.webNavigation.onCommitted,
        api.webNavigation.onCreatedNavigationTarget,
        api.tabs.onUpdated,
        api.windows.onCreated,
        api.windows.onRemoved,
      ].filter(({ size }) => size > 0).length,
  };
}

/** A port whose other end is the test, or what takes `otherEnd`. */
export function fakePort(name: string, sender: object) {
  const onMessage = fakeEvent();
  const onDisconnect = fakeEvent();
  const [onAnswer, onStop] = [fakeEvent(), fakeEvent()];
  const reported: { readonly type: string; readonly [key: string]: unknown }[] = [];
  const state = { isOpen: true };
  const close = () => {
    state.isOpen = false;
    onDisconnect.dispatch();
  };
  const otherEnd: PortLike = {
    postMessage(message) {
      if (!state.isOpen) throw new Error('Attempting to use a disconnected port object');
      onMessage.dispatch(structuredClone(message));
    },
    disconnect: close,
    onMessage: onAnswer,
    onDisconnect: onStop,
  };
  return {
    name,
    sender,
    onMessage,
    onDisconnect,
    heard: reported,
    state,
    otherEnd,
    postMessage(message: { readonly type: string }) {
      if (!state.isOpen) throw new Error('Attempting to use a disconnected port object');
      reported.push(message);
      onAnswer.dispatch(structuredClone(message));
    },
    /** The background hangs up. */
    disconnect() {
      state.isOpen = false;
    },
    /** The background is stopped. */
    stop() {
      state.isOpen = false;
      onStop.dispatch();
    },
    /** The page says something. */
    say: (message: unknown) => void onMessage.dispatch(message),
    /** The page is closed. */
    close,
  };
}

export type FakePort = ReturnType<typeof fakePort>;
