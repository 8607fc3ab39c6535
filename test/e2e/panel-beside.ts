import { type Playground, servePlayground } from '../../playground/server';
import { openChromium } from '../browsers/chromium';
import type { BrowserName } from '../browsers/describe-in-browsers';
import { openFirefox } from '../browsers/firefox';
import { keptChromium, keptFirefox, untroubled } from '../browsers/kept';
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

/** The same in a browser of its own, which accepts the certificate of the playground. */
export async function openBesideSecurePlayground(browser: BrowserName): Promise<BesidePlayground> {
  const playground = await servePlayground({ ports: [0, 0] });
  const url = `${playground.origins.page}/blank`;
  return { playground, watched: await openBeside(browser, url, playground.spkiHash) };
}

/** On the first page of a server of pages, and recording. */
export async function openBesidePages(browser: BrowserName): Promise<{ pages: Pages; tab: PanelBeside }> {
  const pages = await servePages();
  return { pages, tab: await openBeside(browser, pages.url('a', 'first')) };
}

/** With the hash of a public key, in a browser of its own that accepts certificates with that key. */
function openBeside(browser: BrowserName, url: string, spkiHash?: string): Promise<PanelBeside> {
  return browser === 'Chromium' ? openInChromium(url, spkiHash) : openInFirefox(url, spkiHash !== undefined);
}

async function openInChromium(url: string, spkiHash?: string): Promise<PanelBeside> {
  const chromium = await (spkiHash === undefined
    ? keptChromium()
    : openChromium({ args: [`--ignore-certificate-errors-spki-list=${spkiHash}`] }));
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

async function openInFirefox(url: string, acceptInsecureCerts: boolean): Promise<PanelBeside> {
  const firefox = await (acceptInsecureCerts
    ? openFirefox({ extension: 'dist/firefox', acceptInsecureCerts, prefs: untroubled })
    : keptFirefox());
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
