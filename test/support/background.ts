import { vi } from 'vitest';
import { openBackground } from '../../src/background/open-background';
import { type FakeBrowserOptions, type FakePort, fakeBrowser, fakePort } from './fake-browser';

/** Who connects from a page of the extension. */
export const ownPage = {
  id: 'own',
  origin: 'chrome-extension://own',
  url: 'chrome-extension://own/panel.html',
};

/** Two regular tabs and a private one. */
export const tabs = [{ id: 1 }, { id: 2 }, { id: 3, incognito: true }];

export const files = { isolated: 'isolated.js', pageWorld: 'page-world.js', main: 'main.js' };

/** A settings' store in memory. */
export function memoryStore(stored?: unknown) {
  const state = { stored };
  return {
    state,
    read: async () => state.stored,
    async write(value: unknown) {
      state.stored = value;
    },
  };
}

interface Options extends Partial<FakeBrowserOptions> {
  readonly stored?: unknown;
}

/** A background that has just started, with timers that a test runs. */
export function background({ stored, ...options }: Options = {}) {
  const fake = fakeBrowser({ tabs, ...options });
  const store = memoryStore(stored);
  openBackground({ browser: fake.browser, info: { name: 'chrome', version: '156.0' }, files, store });
  const ports: FakePort[] = [];
  const connect = (sender: object = ownPage, name = 'watch') => {
    const port = fakePort(name, sender);
    ports.push(port);
    fake.api.runtime.onConnect.dispatch(port);
    return port;
  };
  return {
    ...fake,
    store,
    connect,
    /** A watcher of that tab. */
    watching(tabId: number, part: object = {}) {
      const port = connect();
      port.say(watch(tabId, part));
      return port;
    },
    /** Closes all ports from the background's side. */
    stop() {
      for (const port of ports) if (port.state.isOpen) port.stop();
    },
    settled: () => vi.advanceTimersByTimeAsync(1),
    /** Long enough for what changed to be sent. */
    told: () => vi.advanceTimersByTimeAsync(200),
  };
}

/** What a watcher says first. */
export const watch = (tabId: number, part: object = {}) => ({
  type: 'watch',
  tabId,
  open: [],
  data: false,
  ...part,
});

/** A content script's own frame, as the browser describes a sender. */
export const contentScript = (tabId: number, frameId = 0, part: object = {}) => ({
  id: 'own',
  origin: 'https://shop.example',
  url: 'https://shop.example/',
  documentId: `d${tabId}-${frameId}`,
  frameId,
  tab: { id: tabId, incognito: false },
  ...part,
});

/** A request of a tab, as Chromium reports it. */
export const request = (tabId: number, part: object = {}) => ({
  requestId: `${tabId}`,
  timeStamp: Date.now(),
  url: 'https://api.example/',
  method: 'GET',
  tabId,
  frameId: 0,
  type: 'xmlhttprequest',
  initiator: 'https://shop.example',
  ...part,
});

/** The types of what a port was sent, in order. */
export const types = ({ heard: reported }: FakePort) => reported.map(({ type }) => type);

/** All messages of a type that a port was sent. */
export const messages = ({ heard: reported }: FakePort, type: string) =>
  reported.filter((message) => message.type === type);

/** Ids of the exchanges that a port was sent, once each, in order. */
export const exchangeIds = (port: FakePort) => [
  ...new Set(
    messages(port, 'exchanges').flatMap(({ exchanges }) =>
      (exchanges as readonly { readonly facts: { readonly id: string } }[]).map(({ facts }) => facts.id),
    ),
  ),
];
