import type { Page } from 'playwright';
import { type Playground, servePlayground } from '../../playground/server';
import type { Prefs } from '../../src/cli/browsers/firefox-process';
import type { Report } from '../../src/report/model';
import { type ChromiumWithExtension, openChromium, openPlainChromium } from '../browsers/chromium';
import type { BrowserName } from '../browsers/describe-in-browsers';
import { type Firefox, openFirefox } from '../browsers/firefox';
import { keptChromium, keptFirefox, untroubled } from '../browsers/kept';

/** A tab whose page is tested, with or without the extension. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Evaluates an expression in its page and awaits it. The value must survive JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Brings it to the front of its window. */
  front(): Promise<void>;
}

/** Something that closes with the browser it opened. */
export interface Closing {
  close(): Promise<void>;
}

/** A tab and the panel that records it. */
export interface WatchedTab extends Tab {
  /** The panel's report. */
  inPanel<T>(expression: string): Promise<T>;
  /** Another tab of the browser, loaded before any of our scripts was registered. */
  readonly beside: Tab;
  report(): Promise<Report>;
}

/** Opens a tab in a browser of its own, without the extension. */
export async function openBareTab(browser: BrowserName, prefs: Prefs = {}): Promise<Tab & Closing> {
  if (browser === 'Chromium') {
    const plain = await openPlainChromium();
    return { ...chromiumTab(await plain.context.newPage()), close: plain.close };
  }
  const firefox = await openFirefox({ prefs: { ...untroubled, ...prefs } });
  return { ...firefoxTab(firefox, await firefox.tab()), close: firefox.close };
}

/** Opens a watched tab of the playground. */
export async function openOnPlayground(
  browser: BrowserName,
): Promise<{ playground: Playground; tab: WatchedTab }> {
  const playground = await servePlayground({ ports: [0, 0] });
  return { playground, tab: await openInKept(browser, `${playground.origins.page}/blank`) };
}

/** Opens a watched tab in a browser of its own. `prefs` are for Firefox. */
export function openWatchedTab(
  browser: BrowserName,
  url: string,
  prefs: Prefs = {},
): Promise<WatchedTab & Closing> {
  return browser === 'Chromium'
    ? openChromium().then((chromium) => openInChromium(chromium, url))
    : openFirefox({ extension: 'dist/firefox', prefs: { ...untroubled, ...prefs } }).then((firefox) =>
        openInFirefox(firefox, url),
      );
}

/** Opens a watched tab in the browser that the files of one worker share. */
export async function openInKept(browser: BrowserName, url: string): Promise<WatchedTab & Closing> {
  return browser === 'Chromium'
    ? openInChromium(await keptChromium(), url)
    : openInFirefox(await keptFirefox(), url);
}

const chromiumTab = (page: Page): Tab => ({
  goto: async (to) => void (await page.goto(to)),
  evaluate: (code) => page.evaluate(code),
  front: () => page.bringToFront(),
});

async function openInChromium(chromium: ChromiumWithExtension, url: string): Promise<WatchedTab & Closing> {
  const [beside, watched] = [await chromium.context.newPage(), await chromium.context.newPage()];
  await Promise.all([beside.goto(url), watched.goto(url)]);
  const panel = await chromium.panelFor(watched);
  return {
    ...chromiumTab(watched),
    beside: chromiumTab(beside),
    inPanel: (code) => panel.evaluate(code),
    report: async () => {
      await panel.evaluate('corscope.idle()');
      return panel.evaluate<Report>('corscope.report({ redact: "readable" })');
    },
    close: chromium.close,
  };
}

const firefoxTab = (firefox: Firefox, context: string): Tab => ({
  goto: (url) => firefox.goto(context, url),
  evaluate: (code) => firefox.evaluate(context, code),
  front: () => firefox.front(context),
});

async function openInFirefox(firefox: Firefox, url: string): Promise<WatchedTab & Closing> {
  const [beside, context] = [await firefox.tab(), await firefox.tab()];
  await firefox.goto(beside, url);
  // The panel's tab is found by the start of its URL.
  const watched = `${url}#watched`;
  await firefox.goto(context, watched);
  const panel = await firefox.panelFor(watched);
  const inPanel = <T>(code: string) => firefox.evaluate<T>(panel, code);
  return {
    ...firefoxTab(firefox, context),
    beside: firefoxTab(firefox, beside),
    inPanel,
    report: () => inPanel<Report>('corscope.idle().then(() => corscope.report({ redact: "readable" }))'),
    close: firefox.close,
  };
}
