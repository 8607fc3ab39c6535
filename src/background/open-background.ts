import type { Browser } from 'webextension-polyfill';
import type { SettingsStore } from '../platform/settings-store';
import type { BrowserInfo } from '../protocol/messages';
import { openContentScripts, type ScriptFiles } from './content-scripts';
import { keepSettings } from './keep-settings';
import { servePorts } from './serve-ports';
import { openWatchers } from './watchers';

/** The parts of the background. */
export interface BackgroundContext {
  readonly browser: Browser;
  readonly info: BrowserInfo;
  readonly files: ScriptFiles;
  readonly store: SettingsStore;
}

/**
 * Registers every listener before it returns: the event that woke the background is delivered only to those.
 */
export function openBackground({ browser, info, files, store }: BackgroundContext): void {
  const watchers = openWatchers({
    browser,
    info,
    scripts: openContentScripts(browser, files),
    settings: keepSettings(browser, store),
  });
  servePorts(browser, watchers);

  browser.permissions.onAdded.addListener(() => watchers.permissionChanged());
  browser.permissions.onRemoved.addListener(() => watchers.permissionChanged());
  browser.tabs.onRemoved.addListener((tabId) => watchers.tabClosed(tabId));

  browser.action.onClicked.addListener((tab) => {
    const url = browser.runtime.getURL(`src/devtools/panel.html?tabId=${tab.id}`);
    void browser.tabs.create({ url, index: tab.index + 1 }).catch(console.error);
  });
}
