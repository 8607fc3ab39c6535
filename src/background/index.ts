import browser from 'webextension-polyfill';
import { openChannel } from '../protocol/channel';
import { cookiesPort } from '../protocol/cookies';
import { type FromWatcher, type ToWatcher, watchPort } from '../protocol/messages';
import { openPermitPage } from './permit-page';
import { serveCookies } from './serve-cookies';
import { openWatchers } from './watchers';

// Everything is registered before this script ends: an event that wakes the background is delivered only then.
const watchers = openWatchers();

browser.runtime.onConnect.addListener((port) => {
  if (port.name === cookiesPort) return serveCookies(port);
  if (port.name !== watchPort) return;
  const watcher = openChannel<FromWatcher, ToWatcher>(port, {
    watch: true,
    data: true,
    flush: true,
    beat: true,
    permit: true,
  });
  watcher.onMessage((message) => {
    if (message.type === 'watch') watchers.watch(watcher, message.tabId, message.open, message.data);
    if (message.type === 'data') watchers.setData(watcher, message.on);
    if (message.type === 'permit') openPermitPage('hosts');
    if (message.type === 'flush') void watchers.flush(watcher);
  });
});

browser.permissions.onAdded.addListener(() => watchers.permissionChanged());
browser.permissions.onRemoved.addListener(() => watchers.permissionChanged());
browser.tabs.onRemoved.addListener((tabId) => watchers.tabClosed(tabId));

browser.action.onClicked.addListener((tab) => {
  const url = browser.runtime.getURL(`src/devtools/panel.html?tabId=${tab.id}`);
  void browser.tabs.create({ url, index: tab.index + 1 }).catch(console.error);
});
