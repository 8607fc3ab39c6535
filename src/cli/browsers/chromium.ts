import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page, Worker } from 'playwright';
import { firstLine, UsageError } from '../usage-error';
import { builtExtension, type MissingWords, manifestName, panelPath } from './built-extension';
import { findChromium } from './find-browser';
import { gotoMs, type RecordingBrowser } from './recording-browser';
import { until } from './until';

/** Returns Chromium's options to load the extension. @throws UsageError if the extension is not built */
export function extensionOptions(words: Pick<MissingWords, 'noExtension'>): readonly string[] {
  const extension = builtExtension('chrome', words);
  return [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
}

/** Options of Playwright to leave out: users have this turned on. */
export const optionsToLeaveOut = ['--disable-back-forward-cache'];

/** Opens Chromium with the extension. @throws UsageError if there is no Chromium, or the extension is not built */
export async function openChromium(isHeaded: boolean, words: MissingWords): Promise<RecordingBrowser> {
  const args = [...extensionOptions(words)];
  const executablePath = findChromium();
  if (executablePath === null) throw new UsageError(words.noChromium);
  const { chromium } = await import('playwright');
  const profile = await mkdtemp(join(tmpdir(), 'corscope-inspect-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: !isHeaded,
    ignoreDefaultArgs: optionsToLeaveOut,
    args,
  });
  const close = async () => {
    await context.close().catch(() => {});
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    return recording(page, await openPanel(context, page), close);
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Opens a tab in a Chromium that runs, by the address at which it listens for the DevTools protocol.
 *
 * @throws UsageError if it does not answer, or does not have the extension
 */
export async function connectChromium(endpoint: string, words: MissingWords): Promise<RecordingBrowser> {
  const { chromium } = await import('playwright');
  const browser = await chromium.connectOverCDP(endpoint).catch((error: unknown) => {
    throw new UsageError(words.notConnected(endpoint, firstLine(error)));
  });
  // Of a connected browser, this ends only the connection.
  const disconnect = () => browser.close().catch(() => {});
  const opened: Page[] = [];
  const close = async () => {
    for (const page of opened) await page.close().catch(() => {});
    await disconnect();
  };
  try {
    const [context] = browser.contexts();
    if (!context) throw new Error('cli: the browser has no context');
    const extension = builtExtension('chrome', words);
    const worker = context.serviceWorkers().find(isOurs);
    const host = worker ? new URL(worker.url()).host : unpackedId(extension);
    const panel = await context.newPage();
    opened.unshift(panel);
    await openManifest(panel, host).catch(() => {
      throw new UsageError(words.notLoaded(extension));
    });
    const before = new Set(await tabIds(panel));
    const page = await context.newPage();
    opened.unshift(page);
    const tabId = (await tabIds(panel)).find((id) => !before.has(id));
    await recordTab(panel, host, tabId);
    return recording(page, panel, close);
  } catch (error) {
    await close();
    throw error;
  }
}

function recording(page: Page, panel: Page, close: () => Promise<void>): RecordingBrowser {
  return {
    page,
    goto: async (url) => void (await page.goto(url, { timeout: gotoMs })),
    waitFor: async (selector, timeout) => void (await page.waitForSelector(selector, { timeout })),
    inPanel: (expression) => panel.evaluate(expression),
    close,
  };
}

/** Opens the panel in a tab of its own; resolves once it records the page, which it brings to the front. */
export async function openPanel(context: BrowserContext, page: Page): Promise<Page> {
  const worker =
    context.serviceWorkers().find(isOurs) ??
    (await context.waitForEvent('serviceworker', { predicate: isOurs }));
  const { host } = new URL(worker.url());
  const panel = await context.newPage();
  await openManifest(panel, host);
  await page.bringToFront();
  const [tabId] = await tabIds(panel, { active: true });
  await recordTab(panel, host, tabId);
  return panel;
}

function isOurs(worker: Worker): boolean {
  return worker.url().endsWith('/service-worker-loader.js');
}

/** Returns the id that Chromium gives an unpacked extension; its worker may have stopped, and then tells none. */
function unpackedId(folder: string): string {
  const digest = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 32);
  return digest.replace(/./g, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)));
}

async function openManifest(page: Page, host: string): Promise<void> {
  await page.goto(`chrome-extension://${host}/${manifestName}`);
}

function tabIds(panel: Page, query: chrome.tabs.QueryInfo = {}): Promise<readonly (number | undefined)[]> {
  return panel.evaluate(async (wanted) => (await chrome.tabs.query(wanted)).map(({ id }) => id), query);
}

async function recordTab(panel: Page, host: string, tabId: number | undefined): Promise<void> {
  if (tabId === undefined) throw new Error('cli: the tab has no id');
  await panel.goto(`chrome-extension://${host}/${panelPath}?tabId=${tabId}`);
  // waitForFunction uses eval, which the page's policy blocks.
  await until('the panel to start', () => panel.evaluate<boolean>('!!globalThis.corscope'));
  await panel.evaluate('corscope.ready');
}
