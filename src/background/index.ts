import { browser } from '../platform/browser-api';
import { openContentScripts } from './content-scripts';
import { keepSettings } from './keep-settings';
import { servePorts } from './serve-ports';
import { openWatchers } from './watchers';

// Everything is registered before this script ends: an event that wakes the background is delivered only then.
const watchers = openWatchers({ scripts: openContentScripts(), settings: keepSettings() });
servePorts(watchers);

browser.permissions.onAdded.addListener(() => watchers.permissionChanged());
browser.permissions.onRemoved.addListener(() => watchers.permissionChanged());
browser.tabs.onRemoved.addListener((tabId) => watchers.tabClosed(tabId));

browser.action.onClicked.addListener((tab) => {
  const url = browser.runtime.getURL(`src/devtools/panel.html?tabId=${tab.id}`);
  void browser.tabs.create({ url, index: tab.index + 1 }).catch(console.error);
});
