import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright';
import { panelPath } from '../../src/cli/browsers/built-extension';
import { findChromium } from '../../src/cli/browsers/find-browser';
import { until } from '../../src/cli/browsers/until';
import { openTargets, type Targets } from './cdp';

/** The options of a Chromium. */
export interface ChromiumOptions {
  readonly headless?: boolean;
  /** Whether DevTools opens with every tab. */
  readonly devtools?: boolean;
  /**
   * Rules for --host-resolver-rules. By default *.test is this machine. null for none, because Chromium shows
   * a warning about them.
   */
  readonly hosts?: string | null;
  /** The language of the browser itself, if it has that translation (Debian's package chromium-l10n). */
  readonly language?: 'en' | 'zh-CN';
  readonly windowSize?: readonly [number, number];
  readonly args?: readonly string[];
  /** Preferences of the profile, from the first start on. */
  readonly preferences?: object;
}

/** A Chromium with a profile of its own. */
export interface Chromium {
  readonly context: BrowserContext;
  readonly targets: Targets;
  close(): Promise<void>;
  /** The folder of its profile. */
  readonly profile: string;
}

/** A Chromium with the extension in it. */
export interface ChromiumWithExtension extends Chromium {
  readonly extensionId: string;
  /** The background. Evaluating in it hangs while it is stopped. */
  readonly worker: Worker;
  /** The extension's id of a tab. */
  tabId(page: Page): Promise<number>;
  /** Opens the panel in a tab of its own; resolves once it records that page. */
  panelFor(page: Page | number): Promise<Page>;
  stopServiceWorker(): Promise<void>;
}

/** Opens a Chromium without the extension. */
export async function openPlainChromium(options: ChromiumOptions = {}): Promise<Chromium> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('browsers: no Chromium; npm start installs one');
  const profile = await mkdtemp(join(tmpdir(), 'corscope-chromium-'));
  if (options.preferences) {
    await mkdir(join(profile, 'Default'));
    await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(options.preferences));
  }
  const { headless = true, devtools = false, hosts = 'MAP *.test 127.0.0.1', language = 'en' } = options;
  const [width, height] = options.windowSize ?? [1400, 900];
  const context = await chromium.launchPersistentContext(profile, {
    // The code that opens a browser closes it, because Playwright would end the whole process at Ctrl-C.
    handleSIGINT: false,
    handleSIGTERM: false,
    executablePath,
    headless,
    // Users have this turned on; Playwright would turn it off.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    // With DevTools in the window, we cannot set the size of the page.
    viewport: devtools ? null : { width: 1280, height: 800 },
    env: { ...process.env, LANGUAGE: language },
    args: [
      `--window-size=${width},${height}`,
      ...(hosts === null ? [] : [`--host-resolver-rules=${hosts}`]),
      `--lang=${language}`,
      ...(devtools ? ['--auto-open-devtools-for-tabs'] : []),
      ...(options.args ?? []),
    ],
  });
  const browser = context.browser();
  if (!browser) throw new Error('browsers: the context has no browser');

  return {
    context,
    targets: await openTargets(browser),
    async close() {
      // The user may have closed the window and with it the browser.
      await context.close().catch(() => {});
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
    profile,
  };
}

/** The extensions of a Chromium. */
export interface ExtensionOptions extends ChromiumOptions {
  /** The folder of the built extension. */
  readonly extension?: string;
  /** The folders of further extensions, loaded beside it. */
  readonly beside?: readonly string[];
  /** Whether it may see private windows. */
  readonly privateWindows?: boolean;
}

/** The id that Chromium gives an unpacked extension. */
function unpackedId(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** Opens a Chromium with the built extension in it, whose background has started. */
export async function openChromium({
  extension = 'dist/chrome',
  beside = [],
  privateWindows = false,
  ...options
}: ExtensionOptions = {}): Promise<ChromiumWithExtension> {
  const folder = resolve(extension);
  const folders = [folder, ...beside.map((other) => resolve(other))].join(',');
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`browsers: no extension in "${extension}"`);
  const settings = { [unpackedId(folder)]: { incognito: true } };
  const opened = await openPlainChromium({
    ...options,
    ...(privateWindows && { preferences: { extensions: { settings } } }),
    args: [`--disable-extensions-except=${folders}`, `--load-extension=${folders}`, ...(options.args ?? [])],
  });
  try {
    return { ...opened, ...(await extensionIn(opened)) };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Resolves with an extension's service worker, found by the name of its script. */
export async function workerCalled(context: BrowserContext, script: string): Promise<Worker> {
  const hasScript = (worker: Worker) => worker.url().endsWith(`/${script}`);
  const worker = context.serviceWorkers().find(hasScript);
  return worker ?? (await context.waitForEvent('serviceworker', { predicate: hasScript }));
}

async function extensionIn({
  context,
  targets,
}: Chromium): Promise<Omit<ChromiumWithExtension, keyof Chromium>> {
  const worker = await workerCalled(context, 'service-worker-loader.js');
  // The worker is announced before its script has run, and it misses what happens until then.
  await until('the background to run', () => worker.evaluate(() => chrome.runtime?.onConnect.hasListeners()));
  const extensionId = new URL(worker.url()).host;

  const openExtensionPage = async (path: string) => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/${path}`);
    return page;
  };
  const tabIdFrom = async (extensionPage: Page, page: Page) => {
    await page.bringToFront();
    const tabs = await extensionPage.evaluate(() => chrome.tabs.query({}));
    const found = tabs.filter(({ url }) => url === page.url());
    const { id } = (found.length > 1 ? found.find(({ active }) => active) : found[0]) ?? {};
    if (id === undefined) throw new Error(`browsers: no tab shows "${page.url()}"`);
    return id;
  };

  return {
    extensionId,
    worker,
    async tabId(page) {
      const extensionPage = await openExtensionPage('manifest.json');
      const id = await tabIdFrom(extensionPage, page);
      await extensionPage.close();
      return id;
    },
    async panelFor(page) {
      const panel = await openExtensionPage('manifest.json');
      const id = typeof page === 'number' ? page : await tabIdFrom(panel, page);
      await panel.goto(`chrome-extension://${extensionId}/${panelPath}?tabId=${id}`);
      await panel.bringToFront();
      // This does not use waitForFunction, which uses eval and so is blocked by the page's policy.
      await until('the panel to start', () => panel.evaluate<boolean>('!!globalThis.corscope'));
      await panel.evaluate('corscope.ready');
      return panel;
    },
    stopServiceWorker: () => targets.stopServiceWorker(extensionId),
  };
}
