import { type BidiContext, openBidi } from '../../src/cli/browsers/bidi';
import {
  type FirefoxProcess,
  type Prefs,
  quietPrefs,
  startFirefox,
} from '../../src/cli/browsers/firefox-process';
import { extensionId, firefoxSession } from '../../src/cli/browsers/firefox-session';
import { until } from '../../src/cli/browsers/until';
import { type FirefoxWindow, firefoxWindow, type Place } from './firefox-window';

/** The origin of the extension's pages. The drivers always give it the same UUID. */
export const EXTENSION_ORIGIN = 'moz-extension://3c6b2f1e-5d0a-4c57-9a41-6f0e2b7d8c95';

/** The options of a Firefox. */
export interface FirefoxOptions {
  /** The folder of the built extension; if omitted, none is installed. */
  readonly extension?: string;
  readonly headless?: boolean;
  readonly theme?: 'light' | 'dark';
  readonly windowSize?: readonly [number, number];
  readonly prefs?: Prefs;
  /** Whether untrusted certificates are accepted. */
  readonly acceptInsecureCerts?: boolean;
}

/** A Firefox with a profile of its own. A context is a tab, given as its BiDi id. */
export interface Firefox extends FirefoxWindow {
  /** Opens a tab. */
  tab(): Promise<string>;
  /** The tab that Firefox opened at its start. */
  firstTab(): Promise<string>;
  /** The frames in a tab, at any depth. */
  frames(context: string): Promise<readonly Pick<BidiContext, 'context' | 'url'>[]>;
  goto(context: string, url: string): Promise<void>;
  /** Evaluates an expression in a page and awaits it. The value must survive JSON. */
  evaluate<T>(context: string, expression: string): Promise<T>;
  /**
   * Clicks the middle of an element of the selected tab, as a mouse does. Returns false if the tab does not
   * show that page.
   */
  clickInTab(path: string, selector: string): Promise<boolean>;
  closeTab(context: string): Promise<void>;
  /** All tabs, of every window. */
  tabs(): Promise<readonly string[]>;
  /** The tab that shows that URL, in any window. */
  tabShowing(url: string): Promise<string>;
  /** Brings a tab to the front of its window. */
  front(context: string): Promise<void>;
  /** Installs an unpacked extension until Firefox ends; its host permissions are granted. */
  install(folder: string): Promise<void>;
  /** Allows the extension in private windows, which restarts it. */
  allowPrivateWindows(): Promise<void>;
  /** Opens one of the extension's pages in a tab, by its path. */
  openExtensionPage(path: string): Promise<string>;
  /** Opens the panel in a tab of its own; resolves once it records the tab that shows `url`. */
  panelFor(url: string): Promise<string>;
  screenshot(context: string): Promise<Buffer>;
  /** Resolves when Firefox has ended for any reason. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
  readonly process: Pick<FirefoxProcess, 'pid' | 'profile'>;
}

/** What every test wants. */
export const QUIET: Prefs = {
  ...quietPrefs,
  // Each process that is started in advance costs a test more time than it saves.
  'dom.ipc.processPrelaunch.enabled': false,
  // A quarter of the work of a start, for a page that nobody opens.
  'browser.newtabpage.enabled': false,
  'browser.newtabpage.activity-stream.enabled': false,
};

// These are exact names, because wildcards do not work here. *.localhost needs no entry.
const HOSTS = ['www.a.test', 'api.a.test', 'api.b.test', 'other.c.test'];

/** Names the folder of a profile that each new one is a copy of; unset for none. */
export const TEMPLATE = 'CORSCOPE_FIREFOX_PROFILE';

const templateProfile = () => process.env[TEMPLATE] ?? null;

/** Opens a Firefox, driven directly over WebDriver BiDi: no geckodriver, no other build of Firefox. */
export async function openFirefox(options: FirefoxOptions = {}): Promise<Firefox> {
  const { headless = true, theme = 'light', windowSize: [width, height] = [1400, 900] } = options;
  const isDark = theme === 'dark';
  const prefs: Prefs = {
    ...QUIET,
    'network.dns.localDomains': HOSTS.join(','),
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: new URL(EXTENSION_ORIGIN).host }),
    'ui.systemUsesDarkTheme': isDark ? 1 : 0,
    'devtools.theme': theme,
    ...options.prefs,
  };
  const sizes = ['--width', String(width), '--height', String(height)];
  const args = [...(headless ? ['--headless'] : []), ...sizes];
  const process = await startFirefox(prefs, args, templateProfile());
  const bidi = await openBidi(process.url, {
    acceptInsecureCerts: options.acceptInsecureCerts ?? false,
  }).catch(async (error: unknown) => {
    await process.end();
    throw error;
  });
  const close = () => process.end();
  const session = firefoxSession(bidi);
  const window = firefoxWindow(session);

  const { install } = session;
  if (options.extension !== undefined) {
    await install(options.extension).catch(async (error: unknown) => {
      await close();
      throw error;
    });
  }

  return {
    ...window,
    firstTab: () =>
      until('a tab', async () => (await bidi.send('browsingContext.getTree')).contexts[0]?.context),
    tab: async () => (await bidi.send('browsingContext.create', { type: 'tab' })).context,
    async frames(root) {
      const { contexts } = await bidi.send('browsingContext.getTree', { root });
      return contexts.flatMap(within);
    },
    async goto(context, url) {
      await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    evaluate: (context, expression) => bidi.evaluate(context, expression),
    async clickInTab(path, selector) {
      const { contexts } = await bidi.send('browsingContext.getTree');
      const context = contexts.find(({ url }) => url === `${EXTENSION_ORIGIN}/${path}`)?.context;
      const place =
        context && (await bidi.evaluate<Place | null>(context, middleOf(selector)).catch(() => null));
      if (!place) return false;
      await window.clickInBrowser(place);
      return true;
    },
    tabs: async () => (await bidi.send('browsingContext.getTree')).contexts.map(({ context }) => context),
    async closeTab(context) {
      await bidi.send('browsingContext.close', { context });
    },
    tabShowing: (url) =>
      until(url, async () => {
        const { contexts } = await bidi.send('browsingContext.getTree');
        return contexts.find((tab) => tab.url === url)?.context;
      }),
    async front(context) {
      await bidi.send('browsingContext.activate', { context });
    },
    install,
    allowPrivateWindows: () =>
      window.inWindow(`
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const id = ${JSON.stringify(extensionId)};
        await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
        await (await AddonManager.getAddonByID(id)).reload();`),
    openExtensionPage: session.openExtensionPage,
    panelFor: async (url) => session.openPanel(await window.tabId(url)),
    async screenshot(context) {
      const { data } = await bidi.send('browsingContext.captureScreenshot', { context });
      return Buffer.from(data, 'base64');
    },
    ended: process.ended,
    close,
    process,
  };
}

const middleOf = (selector: string) => `(() => {
  const rect = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect();
  return rect ? { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 } : null;
})()`;

function within({ children }: BidiContext): readonly BidiContext[] {
  return (children ?? []).flatMap((child) => [child, ...within(child)]);
}
