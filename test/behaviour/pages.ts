import type { Page } from 'playwright';
import { type Playground, servePlayground } from '../../playground/server';
import type { Report } from '../../src/report/model';
import { openChromium, openPlainChromium } from '../browsers/chromium';
import type { BrowserName } from '../browsers/describe-in-browsers';
import { type Firefox, openFirefox } from '../browsers/firefox';
import type { Prefs } from '../browsers/firefox-process';

/** A tab whose page is tested, with or without the extension. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Evaluates an expression in its page and awaits it. The value must survive JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Brings it to the front of its window. */
  front(): Promise<void>;
}

/** A browser in which no tab is watched at first. */
export interface Bed {
  /** A tab without the extension. */
  readonly bare: Tab;
  /** Opens a tab and the panel that records it. */
  watched(url: string): Promise<WatchedTab>;
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

/** Opens a Chromium without the extension and, on request, one with it. */
export async function openChromiumBed(): Promise<Bed> {
  const plain = await openPlainChromium();
  const page = await plain.context.newPage();
  const closing = [plain.close];
  return {
    bare: chromiumTab(page),
    async watched(url) {
      const watched = await openInChromium(url);
      closing.push(watched.close);
      return watched;
    },
    async close() {
      for (const close of closing) await close();
    },
  };
}

/** Opens a Firefox that gets the extension on request. */
export async function openFirefoxBed(prefs: Prefs = {}): Promise<Bed> {
  const firefox = await openFirefox({ prefs: { ...untroubled, ...prefs } });
  return {
    bare: firefoxTab(firefox, await firefox.tab()),
    watched: (url) => watchedInFirefox(firefox, url),
    close: () => firefox.close(),
  };
}

/** Opens a watched tab of the playground, in a browser of its own. */
export async function openOnPlayground(
  browser: BrowserName,
): Promise<{ playground: Playground; tab: WatchedTab }> {
  const playground = await servePlayground({ ports: [0, 0] });
  return { playground, tab: await openWatchedTab(browser, `${playground.origins.page}/blank`) };
}

/** Opens a watched tab in a browser of its own, which closes with it. */
export async function openWatchedTab(
  browser: BrowserName,
  url: string,
): Promise<WatchedTab & { close(): Promise<void> }> {
  if (browser === 'Chromium') return openInChromium(url);
  const firefox = await openFirefox({ prefs: untroubled });
  return { ...(await watchedInFirefox(firefox, url)), close: () => firefox.close() };
}

const chromiumTab = (page: Page): Tab => ({
  goto: async (to) => void (await page.goto(to)),
  evaluate: (code) => page.evaluate(code),
  front: () => page.bringToFront(),
});

async function openInChromium(url: string): Promise<WatchedTab & { close(): Promise<void> }> {
  const chromium = await openChromium();
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

/** The panel's tab is in front, so these keep the timers of the page behind it at full rate. */
const untroubled: Prefs = {
  'dom.min_background_timeout_value': 4,
  'dom.min_background_timeout_value_without_budget_throttling': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
  'dom.disable_open_during_load': false,
};

const firefoxTab = (firefox: Firefox, context: string): Tab => ({
  goto: (url) => firefox.goto(context, url),
  evaluate: (code) => firefox.evaluate(context, code),
  front: () => firefox.front(context),
});

async function watchedInFirefox(firefox: Firefox, url: string): Promise<WatchedTab> {
  await firefox.install('dist/firefox');
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
  };
}
