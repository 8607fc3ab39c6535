import { type Playground, servePlayground } from '../../playground/server';
import type { BrowserName } from '../browsers/describe-in-browsers';
import { keptChromium, keptFirefox } from '../browsers/kept';
import { type Pages, servePages } from './watched-page';

/** A page in one of the browsers, with the panel that watches it in a tab beside it. */
export interface PanelBeside {
  goto(url: string): Promise<void>;
  /** The value of an expression in the page; it must survive JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** The same in the panel. */
  inPanel<T>(expression: string): Promise<T>;
  /** Presses a key in the panel, where the browser can be asked to. */
  readonly press: ((key: string) => Promise<void>) | null;
  close(): Promise<void>;
}

/** A playground, and a panel beside its first page. */
type BesidePlayground = {
  readonly playground: Playground;
  readonly watched: PanelBeside;
};

/** On a page of the playground, and recording. */
export async function openBesidePlayground(browser: BrowserName): Promise<BesidePlayground> {
  const playground = await servePlayground({ ports: [0, 0] });
  return { playground, watched: await openBeside(browser, `${playground.origins.page}/blank`) };
}

/** On the first page of a server of pages, and recording. */
export async function openBesidePages(browser: BrowserName): Promise<{ pages: Pages; tab: PanelBeside }> {
  const pages = await servePages();
  return { pages, tab: await openBeside(browser, pages.url('a', 'first')) };
}

function openBeside(browser: BrowserName, url: string): Promise<PanelBeside> {
  return browser === 'Chromium' ? openInChromium(url) : openInFirefox(url);
}

async function openInChromium(url: string): Promise<PanelBeside> {
  const chromium = await keptChromium();
  const page = await chromium.context.newPage();
  await page.goto(url);
  const panel = await chromium.panelFor(page);
  return {
    goto: async (to) => void (await page.goto(to)),
    evaluate: (expression) => page.evaluate(expression),
    inPanel: (expression) => panel.evaluate(expression),
    press: (key) => panel.keyboard.press(key),
    close: () => chromium.close(),
  };
}

async function openInFirefox(url: string): Promise<PanelBeside> {
  const firefox = await keptFirefox();
  const page = await firefox.tab();
  await firefox.goto(page, url);
  const panel = await firefox.panelFor(new URL(url).origin);
  return {
    goto: (to) => firefox.goto(page, to),
    evaluate: (expression) => firefox.evaluate(page, expression),
    inPanel: (expression) => firefox.evaluate(panel, expression),
    press: null,
    close: () => firefox.close(),
  };
}
