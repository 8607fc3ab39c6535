import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page, Worker } from 'playwright';
import { UsageError } from '../usage-error';
import { findChromium } from './find-browser';

/** A Chromium with the extension, and a tab that its panel records. */
export interface RecordingChromium {
  /** The recorded tab. */
  readonly page: Page;
  /** Evaluates an expression in the panel, whose `corscope` is ready. */
  inPanel<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

/** The words for what is missing. */
export interface MissingWords {
  readonly noChromium: string;
  readonly noExtension: string;
}

const manifestName = 'manifest.json';
/** Where the built extension is: beside the built command line, or as seen from this file in the sources. */
const builtExtensions = ['../../chrome/', '../chrome/', '../../../dist/chrome/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** Returns Chromium's options to load the extension. @throws UsageError if the extension is not built */
export function extensionOptions(words: Pick<MissingWords, 'noExtension'>): readonly string[] {
  const extension = builtExtensions.find((folder) => existsSync(join(folder, manifestName)));
  if (extension === undefined) throw new UsageError(words.noExtension);
  return [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
}

/** Options of Playwright to leave out: users have this turned on. */
export const optionsToLeaveOut = ['--disable-back-forward-cache'];

/** Opens Chromium with the extension. @throws UsageError if there is no Chromium, or the extension is not built */
export async function openRecordingChromium(
  isHeaded: boolean,
  words: MissingWords,
): Promise<RecordingChromium> {
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
    const panel = await openPanel(context, page);
    return { page, inPanel: (expression) => panel.evaluate(expression), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens the panel in a tab of its own; resolves once it records the page. */
export async function openPanel(context: BrowserContext, page: Page): Promise<Page> {
  const isOurs = (worker: Worker) => worker.url().endsWith('/service-worker-loader.js');
  const worker =
    context.serviceWorkers().find(isOurs) ??
    (await context.waitForEvent('serviceworker', { predicate: isOurs }));
  const { host } = new URL(worker.url());
  const panel = await context.newPage();
  await panel.goto(`chrome-extension://${host}/${manifestName}`);
  await page.bringToFront();
  const tabId = await panel.evaluate(async () => {
    const tabs = await chrome.tabs.query({ active: true });
    return tabs[0]?.id ?? null;
  });
  if (tabId === null) throw new Error('cli: the tab has no id');
  await panel.goto(`chrome-extension://${host}/src/devtools/panel.html?tabId=${tabId}`);
  // waitForFunction uses eval, which the page's policy blocks.
  while (!(await panel.evaluate<boolean>('!!globalThis.corscope'))) await delay(20);
  await panel.evaluate('corscope.ready');
  return panel;
}
