import type { Browser } from 'webextension-polyfill';

/** An event of the extension's API, which a test dispatches. */
export interface FakeEvent {
  addListener(listener: (...args: never[]) => unknown): void;
  removeListener(listener: (...args: never[]) => unknown): void;
  readonly size: number;
  dispatch(...args: readonly unknown[]): void;
}

function fakeEvent(): FakeEvent {
  const listeners = new Set<(...args: never[]) => unknown>();
  return {
    addListener: (listener) => void listeners.add(listener),
    removeListener: (listener) => void listeners.delete(listener),
    get size() {
      return listeners.size;
    },
    dispatch(...args) {
      for (const listener of listeners) listener(...(args as never[]));
    },
  };
}

/** A tab or a window as the browser knows it. */
export interface FakeTab {
  readonly id: number;
  readonly incognito?: boolean;
  readonly cookieStoreId?: string;
}

/** Which tabs and windows are open, and what is stored for the session. */
export interface FakeBrowserOptions {
  readonly tabs: readonly FakeTab[];
  readonly windows?: readonly FakeTab[];
  readonly session?: Record<string, unknown>;
}

/** The part of Chromium's extension API that the background uses. */
export function fakeBrowser({ tabs, windows = [], session = {} }: FakeBrowserOptions) {
  const origin = 'chrome-extension://own';
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
  const webNavigation = {
    onCommitted: fakeEvent(),
    onCreatedNavigationTarget: fakeEvent(),
    getAllFrames: async () => [
      { frameId: 0, parentFrameId: -1, documentId: 'd', url: 'https://shop.example/' },
    ],
  };
  const opened: string[] = [];
  const api = {
    runtime: {
      id: 'own',
      getURL: (path: string) => `${origin}/${path}`,
      onConnect: fakeEvent(),
      onMessage: fakeEvent(),
      sendMessage: async () => undefined,
    },
    permissions: { contains: async () => true, onAdded: fakeEvent(), onRemoved: fakeEvent() },
    tabs: {
      get: async (tabId: number) => {
        const tab = tabs.find(({ id }) => id === tabId);
        if (!tab) throw new Error(`No tab with id: ${tabId}`);
        return tab;
      },
      create: async ({ url }: { readonly url: string }) => void opened.push(url),
      sendMessage: async () => undefined,
      onUpdated: fakeEvent(),
    },
    windows: { onCreated: fakeEvent(), onRemoved: fakeEvent(), getAll: async () => windows },
    storage: {
      session: {
        get: async () => structuredClone(session),
        set: async (items: object) => void Object.assign(session, structuredClone(items)),
      },
    },
    scripting: { executeScript: async () => [] },
    webRequest,
    webNavigation,
  };
  return {
    api,
    /** The same, as the background's parts take it. */
    browser: api as unknown as Browser,
    /** URLs of the tabs that the background opened. */
    opened,
    session,
    /** How many events are listened to that nobody needs unless a tab is watched. */
    listening: () =>
      [
        ...Object.values(webRequest),
        webNavigation.onCommitted,
        api.tabs.onUpdated,
        api.windows.onCreated,
      ].filter(({ size }) => size > 0).length,
  };
}

/** A port whose other end is the test. */
export function fakePort(name: string, sender: object) {
  const onMessage = fakeEvent();
  const onDisconnect = fakeEvent();
  const heard: { readonly type: string }[] = [];
  const state = { isOpen: true };
  return {
    name,
    sender,
    onMessage,
    onDisconnect,
    heard,
    state,
    postMessage(message: { readonly type: string }) {
      if (!state.isOpen) throw new Error('Attempting to use a disconnected port object');
      heard.push(message);
    },
    /** The background hangs up. */
    disconnect() {
      state.isOpen = false;
    },
    /** The page says something. */
    say: (message: unknown) => onMessage.dispatch(message),
    /** The page is closed. */
    close() {
      state.isOpen = false;
      onDisconnect.dispatch();
    },
  };
}
