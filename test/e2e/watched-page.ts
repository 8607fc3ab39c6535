import { createServer } from 'node:http';
import { listen } from '../../playground/listen';
import { type Playground, servePlayground } from '../../playground/server';
import { until } from '../../src/cli/browsers/until';
import type { PageEventFacts } from '../../src/protocol/page-events';
import type { PageHint } from '../../src/protocol/page-hints';
import { type ChromiumWithExtension, openChromium } from '../browsers/chromium';
import type { BrowserName } from '../browsers/describe-in-browsers';
import { EXTENSION_ORIGIN, type Firefox, openFirefox } from '../browsers/firefox';
import { keptChromium, keptFirefox } from '../browsers/kept';

/** A server that answers with the pages it was given, under every *.localhost. */
export interface Pages {
  /** The URL of a page with that HTML, on a host of that name. */
  url(host: string, html: string): string;
  /** The URL of a page that never loads. */
  hanging(host: string): string;
  origin(host: string): string;
  close(): Promise<void>;
}

/** Serves pages on a free port. */
export async function servePages(): Promise<Pages> {
  const served: string[] = [];
  const { port, close } = await listen(
    () =>
      createServer(({ url = '' }, response) => {
        if (url === '/hanging') return;
        const html = served[Number(/^\/(\d+)/.exec(url)?.[1])] ?? '';
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
        response.end(`<!doctype html><link rel="icon" href="data:,">${html}`);
      }),
    0,
  );
  const origin = (host: string) => `http://${host}.localhost:${port}`;
  return {
    origin,
    url: (host, html) => `${origin(host)}/${served.push(html) - 1}`,
    hanging: (host) => `${origin(host)}/hanging`,
    close,
  };
}

/** A page in one of the browsers, with somebody who watches its tab. */
export interface WatchedPage {
  goto(url: string): Promise<void>;
  /** The value of an expression in the page; it must survive JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** The same in the watcher's page, which has the extension's rights. */
  inWatcher<T>(expression: string): Promise<T>;
  /** Resolves with what was told since the last call, once it holds all that `enough` wants. */
  events(enough: (events: readonly PageEventFacts[]) => boolean): Promise<readonly PageEventFacts[]>;
  /** The same of what documents said of their requests. */
  hints(enough: (hints: readonly PageHint[]) => boolean): Promise<readonly PageHint[]>;
  /** How many hints there was no room for, in all documents since the watch began. */
  dropped(): Promise<number>;
  /** From now on, what the documents up to now tell late is left out: it is of another test. */
  forget(): Promise<void>;
  stopBackground(): Promise<void>;
  close(): Promise<void>;
}

/** Begins to watch; resolves when the background has acknowledged it. One that is being stopped is called again. */
const watch = (tabId: number) => `(globalThis.watchAgain = () => new Promise((resolve) => {
  globalThis.told ??= { events: [], hints: [], dropped: 0 };
  globalThis.port = (globalThis.browser ?? chrome).runtime.connect({ name: 'watch' });
  globalThis.isGone = false;
  globalThis.gone = new Promise((resolve) => port.onDisconnect.addListener(() => resolve(isGone = true)));
  let isWatching = false;
  gone.then(() => isWatching || resolve(watchAgain()));
  port.onMessage.addListener((message) => {
    if (message.type === 'page-events') told.events.push(...message.pageEvents);
    if (message.type === 'page-hints') {
      for (const hint of message.hints) told.hints.push({ ...hint, frame: message.frame });
      told.dropped += message.dropped;
    }
    if (message.type === 'watching') resolve((isWatching = true));
  });
  port.postMessage({ type: 'watch', tabId: ${tabId}, open: [], data: false });
}))()`;

async function watchedPage(
  browser: Omit<WatchedPage, 'events' | 'hints' | 'dropped' | 'forget'>,
  tabId: number,
): Promise<WatchedPage> {
  await browser.inWatcher(watch(tabId));
  const known = new Set<string>();
  const past = new Set<string>();
  const take = async <T extends PageEventFacts | PageHint>(
    what: 'events' | 'hints',
    enough: (seen: readonly T[]) => boolean,
  ) => {
    const seen: T[] = [];
    await until(`the page's ${what}`, async () => {
      const told = await browser.inWatcher<T[]>(`told.${what}.splice(0)`);
      for (const { frame } of told) if (frame.documentId !== null) known.add(frame.documentId);
      seen.push(...told.filter(({ frame: { documentId } }) => documentId === null || !past.has(documentId)));
      return enough(seen);
    }).catch((error: unknown) => {
      throw new Error(`${String(error)}, only had ${JSON.stringify(seen, null, 1)}`);
    });
    return seen;
  };
  return {
    ...browser,
    events: (enough) => take<PageEventFacts>('events', enough),
    hints: (enough) => take<PageHint>('hints', enough),
    dropped: () => browser.inWatcher<number>('told.dropped'),
    async forget() {
      // A background with nothing to do for long, as while a test uses another browser, ends.
      await browser.inWatcher('globalThis.isGone && watchAgain()');
      const shown = await browser.inWatcher<readonly string[]>(
        `(globalThis.browser ?? chrome).webNavigation.getAllFrames({ tabId: ${tabId} })
          .then((frames) => frames.map(({ documentId }) => documentId))`,
      );
      for (const id of [...shown, ...known]) past.add(id);
    },
  };
}

/** A watched page, and a server of pages that it shows the first of. */
export async function openOnPages(browser: BrowserName): Promise<{ pages: Pages; page: WatchedPage }> {
  const pages = await servePages();
  return { pages, page: await openInKept(browser, pages.url('a', 'first')) };
}

/** A watched page of the playground. */
export async function openOnPlayground(
  browser: BrowserName,
): Promise<{ playground: Playground; page: WatchedPage }> {
  const playground = await servePlayground({ ports: [0, 0] });
  return { playground, page: await openInKept(browser, `${playground.origins.page}/blank`) };
}

/** A watched page that shows that URL, in a browser of its own. */
export function openWatchedPage(browser: BrowserName, url: string): Promise<WatchedPage> {
  return browser === 'Chromium'
    ? openChromium().then((opened) => openInChromium(opened, url))
    : openInFirefox(url);
}

async function openInKept(browser: BrowserName, url: string): Promise<WatchedPage> {
  return browser === 'Chromium'
    ? openInChromium(await keptChromium(), url)
    : watchedIn(await keptFirefox(), url);
}

async function openInChromium(chromium: ChromiumWithExtension, url: string): Promise<WatchedPage> {
  const page = await chromium.context.newPage();
  await page.goto(url);
  const tabId = await chromium.tabId(page);
  const watcher = await chromium.context.newPage();
  await watcher.goto(`chrome-extension://${chromium.extensionId}/manifest.json`);
  return watchedPage(
    {
      goto: async (to) => void (await page.goto(to)),
      evaluate: (expression) => page.evaluate(expression),
      inWatcher: (expression) => watcher.evaluate(expression),
      stopBackground: () => chromium.stopServiceWorker(),
      close: () => chromium.close(),
    },
    tabId,
  );
}

/** A watched page in a Firefox of its own. */
export async function openInFirefox(url: string): Promise<WatchedPage & { readonly firefox: Firefox }> {
  const firefox = await openFirefox({
    extension: 'dist/firefox',
    prefs: { 'dom.disable_open_during_load': false },
  });
  return { ...(await watchedIn(firefox, url)), firefox };
}

async function watchedIn(firefox: Firefox, url: string): Promise<WatchedPage> {
  const page = await firefox.tab();
  await firefox.goto(page, url);
  const tabId = await firefox.tabId(url);
  const watcher = await firefox.openExtensionPage('manifest.json');
  return watchedPage(
    {
      goto: (to) => firefox.goto(page, to),
      evaluate: (expression) => firefox.evaluate(page, expression),
      inWatcher: (expression) => firefox.evaluate(watcher, expression),
      stopBackground: () => firefox.terminateBackground(),
      close: () => firefox.close(),
    },
    tabId,
  );
}

/** Where the extension's pages are in Firefox. */
export const firefoxExtension = EXTENSION_ORIGIN;
