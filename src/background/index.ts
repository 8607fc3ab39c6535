/// <reference types="@crxjs/vite-plugin/client" />
import type { Browser } from 'webextension-polyfill';
import isolated from '../content/isolated.iife?script&iife';
import main from '../content/main.iife?script&iife';
import pageWorld from '../content/page-world.iife?script&iife';
import { browserInfo } from '../platform/browser-info';
import { settingsStore } from '../platform/settings-store';
import { openContentScripts } from './content-scripts';
import { keepSettings } from './keep-settings';
import { servePorts } from './serve-ports';
import { openWatchers } from './watchers';

/** The extension API. Both browsers return promises in a background. */
const browser = ((globalThis as { readonly browser?: unknown }).browser ??
  (globalThis as { readonly chrome?: unknown }).chrome) as Browser;

// Register every listener before this script ends: the event that woke the background is delivered only to those.
const watchers = openWatchers({
  browser,
  info: browserInfo(browser),
  scripts: openContentScripts(browser, { isolated, pageWorld, main }),
  settings: keepSettings(browser, settingsStore),
});
servePorts(browser, watchers);

browser.permissions.onAdded.addListener(() => watchers.permissionChanged());
browser.permissions.onRemoved.addListener(() => watchers.permissionChanged());
browser.tabs.onRemoved.addListener((tabId) => watchers.tabClosed(tabId));

browser.action.onClicked.addListener((tab) => {
  const url = browser.runtime.getURL(`src/devtools/panel.html?tabId=${tab.id}`);
  void browser.tabs.create({ url, index: tab.index + 1 }).catch(console.error);
});
