import { resolve } from 'node:path';
import type { Bidi } from './bidi';
import { panelPath } from './built-extension';
import { until } from './until';

/** The extension's id in Firefox. */
export const extensionId = 'corscope@corscope.dev';

/** The extension in a Firefox that is driven over WebDriver BiDi. */
export interface FirefoxSession {
  /**
   * Runs an async function with this body in Firefox's own window and returns its value. gBrowser, Services and ChromeUtils
   * exist.
   */
  inWindow<T>(body: string): Promise<T>;
  /** Opens a tab with any URL, and selects it. */
  openTab(url: string): Promise<void>;
  /** Installs an unpacked extension until Firefox ends; its host permissions are granted. */
  install(folder: string): Promise<void>;
  /** Opens one of the extension's pages in a tab, by its path. Returns its context. */
  openExtensionPage(path: string): Promise<string>;
  /** Opens the panel in a tab of its own; resolves once it records that tab, given by the extensions' id. */
  openPanel(tabId: number): Promise<string>;
}

/** Uses a session that has access to the browser's own window. */
export function firefoxSession(bidi: Bidi): FirefoxSession {
  const inWindow = async <T>(body: string): Promise<T> => {
    const { contexts } = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const window = contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
    if (!window) throw new Error('browsers: Firefox has no window');
    return bidi.evaluate<T>(window.context, `(async () => { ${body} })()`);
  };
  const openTab = (url: string) =>
    inWindow<void>(`gBrowser.selectedTab = gBrowser.addTab(${JSON.stringify(url)}, {
      triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });`);
  const openExtensionPage = async (path: string) => {
    const host = await inWindow<string>(
      `return WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}).mozExtensionHostname;`,
    );
    const url = `moz-extension://${host}/${path}`;
    // BiDi itself may not navigate there.
    await openTab(url);
    return until(`${url} to open`, async () => {
      const { contexts } = await bidi.send('browsingContext.getTree');
      const context = contexts.find((tab) => tab.url === url)?.context;
      // The page has its URL before it has the extension API.
      const isReady = `typeof browser === 'object' && document.readyState === 'complete'`;
      return context && (await bidi.evaluate<boolean>(context, isReady).catch(() => false)) && context;
    });
  };
  return {
    inWindow,
    openTab,
    openExtensionPage,
    async install(folder) {
      await bidi.send('webExtension.install', { extensionData: { type: 'path', path: resolve(folder) } });
    },
    async openPanel(tabId) {
      const panel = await openExtensionPage(`${panelPath}?tabId=${tabId}`);
      await until('the panel to start', () =>
        bidi.evaluate<boolean>(panel, '!!globalThis.corscope').catch(() => false),
      );
      await bidi.evaluate(panel, 'corscope.ready');
      return panel;
    },
  };
}
